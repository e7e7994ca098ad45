import type { AppError } from '../kernel/errors.ts';

const HEADINGS: Record<number, string> = {
	404: '没有找到您要的页面',
	410: '该信息已撤下',
	429: '访问过于频繁',
	500: '系统出现错误',
	503: '系统正在维护',
};

/** What went wrong, in one sentence, and the ways on. */
export function ErrorPage({ error }: { error: AppError }) {
	const heading = HEADINGS[error.status];
	return (
		<section className="error-page">
			<p className="error-code">{error.status}</p>
			<h1>{heading ?? error.userMessage}</h1>
			{heading && heading !== error.userMessage ? <p>{error.userMessage}</p> : null}
			<p>
				您可以<a href="/">返回首页</a>，或者<a href="/search">搜索政府信息</a>。
			</p>
		</section>
	);
}
