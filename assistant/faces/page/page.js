// Two things that Gradio has no event for: a click on [1] in an answer, and showing the mark.

(() => {
	const CITATION = /#(cite-\d+-\d+)$/;

	const panel = () => document.querySelector("#source");
	const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
	const behavior = () => (calm() ? "auto" : "smooth");

	// Hand the choice to the hidden text box as a person would: type it, press Enter.
	const choose = (choice) => {
		const box = document.querySelector("#link textarea, #link input");
		if (!box) return;
		box.value = choice;
		box.dispatchEvent(new Event("input", { bubbles: true }));
		box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true }));
		const right = document.querySelector("#right");
		if (right.getBoundingClientRect().top > innerHeight * 0.8) {
			right.scrollIntoView({ behavior: behavior(), block: "start" });
		}
	};

	document.addEventListener("click", (event) => {
		const link = event.target.closest?.("a.cite");
		const found = link && CITATION.exec(link.href);
		if (!found) return;
		event.preventDefault();
		choose(found[1]);
	});

	// A part scrolls inside itself; the page around it stays where it is.
	const bring = (target, box, share) => {
		if (!target || !box) return;
		const above = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
		const top = box.scrollTop + above - box.clientHeight * share;
		box.scrollTo({ top, behavior: behavior() });
	};
	const last = (selector) => [...document.querySelectorAll(selector)].at(-1);

	// When what `find` returns becomes another element, `then` is called.
	const watch = (selector, find, then) => {
		const part = document.querySelector(selector);
		if (!part) return void setTimeout(watch, 100, selector, find, then);
		let shown = find();
		new MutationObserver(() => {
			const found = find();
			if (found === shown) return;
			shown = found;
			requestAnimationFrame(() => then(found));
		}).observe(part, { childList: true, subtree: true });
	};

	// The cited sentence a third down; a new question at the top, its answer below it.
	watch("#source", () => last("#source mark"), (mark) => bring(mark, panel(), 0.35));
	watch(
		"#chat",
		() => last("#chat .answer, #chat .failure"),
		() => bring(last("#chat .user-row"), document.querySelector("#chat .bubble-wrap"), 0.03),
	);
})();
