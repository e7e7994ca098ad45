import type { AppError } from '../kernel/errors.ts';

/** What went wrong, in one sentence, and the ways on. */
export function ErrorPage({ error }: { error: AppError }) {
	return (
		<section className="notice-page">
			<h1>{error.userMessage}</h1>
			<p>
				您可以<a href="/">返回首页</a>，或<a href="/search">搜索政府信息</a>。
			</p>
		</section>
	);
}
