// 朗读和打印: what a page can do where there is script; without it neither button shows.
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
