// 朗读, 打印, 浏览次数: what a page can do where there is script; without it none of them shows.
const tools = document.querySelector('.page-tools');
const article = document.querySelector('.document');
if (tools && article) {
	const print = tools.querySelector('[data-tool=print]');
	print.hidden = false;
	print.addEventListener('click', () => window.print());

	const read = tools.querySelector('[data-tool=read]');
	if ('speechSynthesis' in window) {
		const label = read.textContent;
		const rest = () => {
			read.textContent = label;
			read.setAttribute('aria-pressed', 'false');
		};
		read.hidden = false;
		read.addEventListener('click', () => {
			if (speechSynthesis.speaking) {
				speechSynthesis.cancel();
				rest();
				return;
			}
			const parts = article.querySelectorAll(
				'.document-title, .article p, .article li, .article h2, .article h3, .article tr',
			);
			const words = [...parts].map((part) => part.textContent.trim()).filter(Boolean);
			// Some engines stop in the middle of a long text: a part at a time.
			words.forEach((text, at) => {
				const part = new SpeechSynthesisUtterance(text);
				part.lang = 'zh-CN';
				if (at === words.length - 1) part.onend = rest;
				speechSynthesis.speak(part);
			});
			read.textContent = '停止朗读';
			read.setAttribute('aria-pressed', 'true');
		});
		addEventListener('pagehide', () => speechSynthesis.cancel());
	}
}

// How often a document was read is no part of its page, which is kept and may stand on another host: asking counts.
const reads = document.querySelector('form.document-reads');
const line = document.querySelector('.document-line');
if (reads && line) {
	fetch(reads.action, { credentials: 'omit' })
		.then((answer) => (answer.ok ? answer.json() : null))
		.then((figure) => {
			if (!figure) return;
			const shown = document.createElement('span');
			shown.textContent = `${reads.textContent.trim()}${figure.reads}`;
			line.append(shown);
		})
		// A reader has lost nothing without it.
		.catch(() => {});
}
