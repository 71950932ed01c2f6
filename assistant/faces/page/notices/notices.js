// Files dropped on the zone go to the server a batch at a time; a job tells what became of each.
// All that is shown is set as text, so nothing that a file or the server says becomes HTML.

(() => {
	const NOTICES = "/api/v1/notices";
	const JOBS = "/api/v1/jobs/";
	const [MOST_FILES, MOST_BYTES, MOST_MISSES] = [50, 32 << 20, 60];
	const OVER = ["added", "updated", "unchanged", "rejected", "unknown"];
	const UNSENT = ["queued", "cancelled"];

	let lines = []; // one for each file: {file, state, reason, id, row}
	let said = ""; // what is going on, or what went wrong
	let [running, stopping, alone] = [false, false, false]; // alone: a file at a time
	let [request, share] = [null, 0]; // what is being sent, and how much of it has been
	let parts = null; // the elements of the zone

	const word = (name, values = {}) => {
		const text = document.querySelector(`#notices-words .word-${name}`)?.textContent ?? name;
		return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
	};
	// What the server says is in English; where there are words for it in Chinese, they are shown.
	const worded = (reason) => {
		const known = [...document.querySelectorAll("#notices-words .reason")];
		return known.find((span) => reason.includes(span.title))?.textContent ?? reason;
	};
	const make = (tag, name, text = "") => {
		const made = document.createElement(tag);
		return Object.assign(made, { className: name, textContent: text });
	};
	const of = (...states) => lines.filter((line) => states.includes(line.state));
	const turn = (those, state, reason = "") => {
		for (const line of those) Object.assign(line, { state, reason });
	};

	// Hand something to a hidden text box as a person would: type it, press Enter.
	const hand = (id, text) => {
		const box = document.querySelector(`#${id} textarea, #${id} input`);
		if (!box) return;
		box.value = text;
		box.dispatchEvent(new Event("input", { bubbles: true }));
		box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true }));
	};

	const build = (zone) => {
		const input = make("input", "zone-input");
		Object.assign(input, { type: "file", multiple: true, accept: word("suffixes") });
		input.addEventListener("change", () => {
			take([...input.files]);
			input.value = ""; // the same file can be chosen again
		});
		const [pick, drop] = [make("label", "zone-pick", word("choose")), make("p", "zone-drop")];
		pick.append(input);
		drop.append(make("span", "zone-words", word("drop")), pick);
		parts = { zone, bar: make("progress", "zone-bar"), told: make("p", "zone-said") };
		Object.assign(parts, { list: make("ul", "zone-files"), button: make("button", "zone-button") });
		parts.told.setAttribute("role", "status");
		parts.bar.setAttribute("aria-label", word("choose"));
		parts.button.type = "button";
		parts.button.addEventListener("click", () => {
			if (running) cancel();
			else if (of(...UNSENT).length) retry();
			else clear();
		});
		const { bar, told, button, list } = parts;
		zone.append(drop, make("p", "zone-kinds", word("kinds")), bar, told, button, list);
		for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
			zone.addEventListener(name, () => zone.classList.toggle("over", /enter|over/.test(name)));
		}
		for (const line of lines) line.row = null;
		show();
	};

	const showLine = (line) => {
		const key = `${line.state} ${line.reason} ${line.id}`;
		if (line.row?.key === key) return;
		const row = Object.assign(make("li", line.state), { key });
		const name = make(line.id ? "a" : "span", "zone-name", line.file.name);
		if (line.id) name.href = `#notice/${encodeURIComponent(line.id)}`;
		row.append(name, make("span", "zone-state", word(`state-${line.state}`)));
		if (line.reason) row.append(make("span", "zone-reason", worded(line.reason)));
		if (line.row) line.row.replaceWith(row);
		else parts.list.append(row);
		line.row = row;
	};
	const show = () => {
		if (!parts?.zone.isConnected) return;
		lines.forEach(showLine);
		const unsent = of(...UNSENT, "sending").length;
		const sent = lines.length - unsent + share * of("sending").length;
		parts.bar.max = 2 * lines.length || 1; // half for sending, half for reading
		parts.bar.value = sent + of(...OVER).length;
		parts.bar.hidden = !lines.length;
		parts.told.textContent = said;
		parts.button.hidden = running ? !unsent : !lines.length;
		parts.button.textContent = word(running ? "cancel" : unsent ? "retry" : "clear");
	};

	// Folders have no suffix, and what the server would refuse need not travel.
	const refusal = (file) => {
		const suffix = /\.[^.]*$/.exec(file.name)?.[0].toLowerCase() ?? "";
		if (!word("suffixes").split(",").includes(suffix)) return word("wrong-kind", { suffix });
		return file.size ? "" : word("empty-file");
	};
	const clear = () => {
		for (const line of of(...OVER)) line.row?.remove();
		[lines, said] = [of(...UNSENT), ""];
		show();
	};
	const take = (files) => {
		if (!running) clear();
		for (const file of files) {
			const reason = refusal(file);
			lines.push({ file, reason, state: reason ? "rejected" : "queued", id: "", row: null });
		}
		if (files.length) run();
	};
	const cancel = () => {
		stopping = true;
		turn(of("queued"), "cancelled");
		request?.abort();
		show();
	};
	const retry = () => {
		turn(of("cancelled"), "queued");
		run();
	};

	const next = () => {
		let bytes = 0;
		const fits = (line, n) => (bytes += line.file.size) <= MOST_BYTES && n < MOST_FILES && !alone;
		const queued = of("queued");
		const over = queued.findIndex((line, n) => !fits(line, n) && n > 0);
		return over < 0 ? queued : queued.slice(0, over);
	};
	const run = async () => {
		if (running) return show();
		[running, stopping, said] = [true, false, ""];
		let trouble = "";
		for (let batch = next(); batch.length && !trouble; batch = next()) trouble = await work(batch);
		running = false;
		const counts = OVER.map((state) => [state, of(state).length]);
		said = trouble || word("done", Object.fromEntries(counts));
		show();
		hand("notices-refresh", String(Date.now()));
	};

	// Send a batch and follow its job; return what keeps the others from being sent.
	const work = async (batch) => {
		const { status, responseText } = await send(batch);
		const answer = parsed(responseText);
		if (status === 202) return follow(answer.id, batch);
		turn(batch, status === 0 && stopping ? "cancelled" : "queued");
		if (status === 0) return stopping ? "" : word("network");
		if (status === 409 || status === 429) return word("too-many");
		if (status !== 413) return word("refused", { status, detail: answer.detail });
		if (batch.length === 1) turn(batch, "rejected", word("too-large"));
		alone = true;
		return "";
	};
	const parsed = (text) => {
		try {
			return JSON.parse(text) ?? {};
		} catch {
			return {};
		}
	};
	const send = (batch) =>
		new Promise((done) => {
			const form = new FormData();
			for (const { file } of batch) form.append("files", file, file.name);
			turn(batch, "sending");
			said = word("sending", { n: lines.indexOf(batch.at(-1)) + 1, total: lines.length });
			request = new XMLHttpRequest();
			request.open("POST", NOTICES);
			request.upload.addEventListener("progress", ({ loaded, total }) => {
				share = total ? loaded / total : 0;
				show();
			});
			request.addEventListener("loadend", ({ target }) => {
				[request, share] = [null, 0];
				done(target);
			});
			request.send(form);
			show();
		});
	const follow = async (id, batch) => {
		turn(batch, "waiting");
		let status = 0;
		for (let misses = 0; misses < MOST_MISSES && status !== 404; ) {
			show();
			await new Promise((done) => setTimeout(done, 500));
			const answer = await fetch(JOBS + encodeURIComponent(id)).catch(() => null);
			status = answer?.status ?? 0;
			const job = answer?.ok ? await answer.json().catch(() => null) : null;
			misses = job ? 0 : misses + 1;
			said = job ? told(job, batch) : word("silent");
			if (job?.state === "done") return "";
			if (job?.state !== "failed") continue;
			turn(of("waiting", "reading"), "queued");
			return word("job-failed", { detail: job.message });
		}
		turn(of("waiting", "reading"), "unknown");
		return word("restarted");
	};
	const told = (job, batch) => {
		job.files.forEach(({ state, reason, notice_id: id }, number) => {
			Object.assign(batch[number] ?? {}, { state, reason: reason ?? "", id: id ?? "" });
		});
		return word(job.message ? "stage-locked" : `stage-${job.stage}`, job);
	};

	// A file that misses the zone must not take the place of the page.
	for (const name of ["dragover", "drop"]) {
		document.addEventListener(name, (event) => {
			if (!event.dataTransfer?.types.includes("Files") || !parts?.zone.isConnected) return;
			event.preventDefault();
			if (name === "drop" && parts.zone.contains(event.target)) take([...event.dataTransfer.files]);
		});
	}
	document.addEventListener("click", (event) => {
		const link = event.target.closest?.('a[href^="#notice/"]');
		if (!link) return;
		event.preventDefault();
		hand("notice-link", link.getAttribute("href"));
	});

	// Gradio makes the element anew when the language changes or the tab is opened again.
	const look = () => {
		const zone = document.querySelector("#notices-zone");
		if (zone && !zone.firstChild) build(zone);
	};
	new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
	look();
})();
