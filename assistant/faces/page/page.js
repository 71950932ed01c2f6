// Two things that Gradio has no event for: a click on [1] in an answer, and showing the mark.

(() => {
	const CITATION = /#(cite-\d+-\d+)$/;

	const panel = () => document.querySelector("#source");
	const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
	const behavior = () => (calm() ? "auto" : "smooth");

	// Hand the choice to the hidden text box, whose input event the server listens to.
	const choose = (choice) => {
		const box = document.querySelector("#link textarea, #link input");
		if (!box) return;
		box.value = choice;
		box.dispatchEvent(new Event("input", { bubbles: true }));
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

	// The source scrolls in its own panel; the page around it stays where it is.
	const reveal = () => {
		const mark = panel()?.querySelector("mark");
		const box = panel()?.querySelector(".source-text");
		if (!mark || !box) return;
		const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
		box.scrollTo({ top: box.scrollTop + above - box.clientHeight / 3, behavior: behavior() });
	};

	const watch = () => {
		if (!panel()) return void setTimeout(watch, 100);
		let shown = null;
		new MutationObserver(() => {
			const mark = panel().querySelector("mark");
			if (mark === shown) return;
			shown = mark;
			requestAnimationFrame(reveal);
		}).observe(panel(), { childList: true, subtree: true });
	};
	watch();
})();
