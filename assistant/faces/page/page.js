// What Gradio has no event for: links of ours, rows to sort and filter, keys, the mark in view.

(() => {
	const find = (selector, within = document) => within.querySelector(selector);
	const all = (selector, within = document) => [...within.querySelectorAll(selector)];
	const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
	const behavior = () => (calm() ? "auto" : "smooth");

	// Hand something to a hidden text box as a person would: type it, press Enter.
	const tell = (selector, text) => {
		const box = find(`${selector} textarea, ${selector} input`);
		if (!box) return;
		box.value = text;
		box.dispatchEvent(new Event("input", { bubbles: true }));
		box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true }));
	};

	const open = (place) => {
		tell("#link", place);
		const right = find("#right");
		if (right.getBoundingClientRect().top > innerHeight * 0.8) {
			right.scrollIntoView({ behavior: behavior(), block: "start" });
		}
	};

	const turn = (step) => {
		const choices = all("#citations input");
		const next = choices[choices.findIndex((choice) => choice.checked) + step];
		if (next) next.click();
	};

	// Copying

	const copy = async (text, link) => {
		await navigator.clipboard.writeText(text);
		link.classList.add("done");
		setTimeout(() => link.classList.remove("done"), 1500);
	};
	const words = (node) => node.innerText.trim();
	const cell = (node) => {
		const copied = node.cloneNode(true);
		for (const tool of all(".ask-quote, q", copied)) tool.remove();
		return copied.textContent.trim();
	};
	const lines = (table) =>
		all("tr:not(.quote-row)", table).map((row) => [...row.cells].map(cell).join("\t"));
	const copied = (answer) => {
		const parts = [];
		for (const part of answer.children) {
			if (part.matches("p:not(.table-tools)")) parts.push(words(part));
			else if (part.matches("ul")) parts.push(...all("li", part).map((item) => `- ${words(item)}`));
			else if (part.matches(".table-scroll")) parts.push(...lines(find("table", part)));
		}
		const references = all(".copied li", answer).map((item) => item.textContent.trim());
		return [...parts, "", ...references].join("\n");
	};

	// Rows

	const number = (text) => {
		const found = /(-?\d[\d,]*(?:\.\d+)?)\s*(百|千|万)?(亿)?/.exec(text);
		if (!found) return NaN;
		const times = { 百: 1e2, 千: 1e3, 万: 1e4 }[found[2]] ?? 1;
		return Number(found[1].replaceAll(",", "")) * times * (found[3] ? 1e8 : 1);
	};
	const compared = (a, b) => {
		const [m, n] = [number(a), number(b)];
		if (Number.isNaN(m) !== Number.isNaN(n)) return Number.isNaN(m) ? 1 : -1;
		return m - n || a.localeCompare(b, "zh");
	};
	const sort = (head) => {
		const table = head.closest("table");
		const column = head.cellIndex;
		const down = head.classList.contains("ascending");
		for (const other of all("th", table)) {
			other.classList.remove("ascending", "descending");
			other.removeAttribute("aria-sort");
		}
		head.classList.add(down ? "descending" : "ascending");
		head.setAttribute("aria-sort", down ? "descending" : "ascending");
		const text = (row) => (row.cells[column] ? words(row.cells[column]) : "");
		const body = table.tBodies[0];
		for (const row of all(".quote-row", body)) row.remove();
		const rows = [...body.rows].sort((a, b) => {
			// What is empty stays below, whichever way the rest goes.
			if (!text(a) !== !text(b)) return text(a) ? -1 : 1;
			return (down ? -1 : 1) * compared(text(a), text(b));
		});
		body.append(...rows);
	};
	const filter = (tools) => {
		const table = find("table", tools.nextElementSibling);
		const wanted = (find("input.filter", tools)?.value ?? "").trim().toLowerCase();
		const only = find("a.only.chosen", tools)?.hash.slice("#only-".length);
		for (const row of all("tbody tr:not(.quote-row)", table)) {
			const fits = row.textContent.toLowerCase().includes(wanted);
			row.hidden = !fits || Boolean(only && !row.classList.contains(only));
		}
		for (const row of all(".quote-row", table)) row.remove();
	};
	const quote = (link) => {
		const row = link.closest("tr");
		const shown = row.nextElementSibling;
		if (shown?.classList.contains("quote-row")) return void shown.remove();
		const added = document.createElement("tr");
		const held = document.createElement("td");
		added.className = "quote-row";
		held.colSpan = row.cells.length;
		held.textContent = `「${find("q", link.parentElement).textContent}」`;
		added.append(held);
		row.after(added);
	};

	// Links

	const edit = (link) => {
		const box = find("#question textarea");
		const row = all("#chat .user-row")[Number(/\d+$/.exec(link.hash)) - 1];
		box.value = row ? words(find(".md", row)) : "";
		box.dispatchEvent(new Event("input", { bubbles: true }));
		box.focus();
	};
	const ways = [
		[/^#(cite-\d+-\d+)$/, (link, place) => open(place)],
		[/^#(open\/.+)$/, (link, place) => open(place)],
		[/^#((?:csv|xlsx)-\d+)$/, (link, wanted) => tell("#take", wanted)],
		[/^#retry-(\d+)$/, (link, which) => tell("#again", which)],
		[/^#edit-\d+$/, edit],
		[/^#copy-\d+$/, (link) => copy(copied(link.closest(".answer")), link)],
		[/^#copy-reference$/, (link) => copy(words(find("#source .source-reference")), link)],
		[/^#press-([\w-]+)$/, (link, name) => find(name === "history" ? ".sidebar .toggle-button" : `#${name}`).click()],
		[/^#previous$/, () => turn(-1)],
		[/^#following$/, () => turn(1)],
		[/^#quote$/, quote],
		[
			/^#only-\w+$/,
			(link) => {
				const tools = link.closest(".table-tools");
				for (const other of all("a.only", tools)) {
					other.classList.toggle("chosen", other === link && !link.classList.contains("chosen"));
				}
				filter(tools);
			},
		],
		[/^#theme$/, () => theme(document.body.classList.contains("dark") ? "light" : "dark")],
	];

	document.addEventListener("click", (event) => {
		const head = event.target.closest?.("table.sortable thead th");
		if (head) return sort(head);
		const link = event.target.closest?.("a[href^='#']");
		for (const [pattern, follow] of ways) {
			const found = link && pattern.exec(link.getAttribute("href"));
			if (!found) continue;
			event.preventDefault();
			follow(link, found[1]);
			return;
		}
	});
	document.addEventListener("input", (event) => {
		const tools = event.target.closest?.(".table-tools");
		if (tools) filter(tools);
	});

	// Keys: / goes to the question, arrows through the citations, Enter sorts a column.

	const typing = (target) => target.matches?.("input, textarea, select, [contenteditable=true]");
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === "Enter" && event.target.matches?.("table.sortable thead th")) sort(event.target);
		if (typing(event.target)) return;
		if (event.key === "/") {
			event.preventDefault();
			find("#tab-talk-button, #tabs button[role=tab]")?.click();
			find("#question textarea")?.focus();
		} else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
			turn(event.key === "ArrowRight" ? 1 : -1);
		}
	});

	// What is typed into a chip counts when it is left; Enter leaves it.
	document.addEventListener("keyup", (event) => {
		if (event.key === "Enter" && event.target.closest?.("#chips")) event.target.blur();
	});

	// Light and dark: as chosen, else as the system has it.

	const THEME = "kewen.theme";
	const theme = (name) => {
		document.body.classList.toggle("dark", name === "dark");
		localStorage.setItem(THEME, name);
	};
	const chosen = localStorage.getItem(THEME);
	if (chosen) theme(chosen);

	// A part scrolls inside itself; the page around it stays where it is.

	const bring = (target, box, share) => {
		if (!target || !box) return;
		const above = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
		const top = box.scrollTop + above - box.clientHeight * share;
		box.scrollTo({ top, behavior: behavior() });
	};
	const last = (selector) => all(selector).at(-1);

	// When what `look` returns becomes another element, `then` is called.
	const watch = (selector, look, then) => {
		const part = find(selector);
		if (!part) return void setTimeout(watch, 100, selector, look, then);
		let shown = look();
		new MutationObserver(() => {
			const found = look();
			if (found === shown) return;
			shown = found;
			requestAnimationFrame(() => then(found));
		}).observe(part, { childList: true, subtree: true });
	};

	// The cited sentence a third down; a new question at the top, its answer below it.
	watch(
		"#source",
		() => find("#source .source"),
		(source) => source && bring(find("mark.current, mark", source) ?? source, find("#source"), 0.35),
	);
	watch(
		"#chat",
		() => last("#chat .answer, #chat .failure, #chat .waiting"),
		() => {
			bring(last("#chat .user-row"), find("#chat .bubble-wrap"), 0.03);
			// Gradio reads the markup of a message aloud; its words are enough.
			for (const part of all("#chat [data-testid=user], #chat [data-testid=bot]")) {
				part.removeAttribute("aria-label");
			}
		},
	);
	// Headings that sort are reached by the keyboard too, wherever a table appears.
	let looking = false;
	new MutationObserver(() => {
		if (looking) return;
		looking = true;
		requestAnimationFrame(() => {
			looking = false;
			for (const head of all("table.sortable thead th:not([tabindex])")) head.tabIndex = 0;
		});
	}).observe(document.body, { childList: true, subtree: true });
	watch("#taken", () => find("#taken a.taken"), (link) => link?.click());
})();
