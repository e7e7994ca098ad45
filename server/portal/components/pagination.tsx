/** Which page numbers to show: the ends, the neighbours, and gaps (`null`) between. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
	const wanted = new Set([1, 2, page - 1, page, page + 1, pages - 1, pages].filter((n) => n >= 1 && n <= pages));
	const numbers: (number | null)[] = [];
	let last = 0;
	for (const number of [...wanted].sort((a, b) => a - b)) {
		if (number - last === 2) numbers.push(last + 1);
		else if (number - last > 2) numbers.push(null);
		numbers.push(number);
		last = number;
	}
	return numbers;
}

/** Links to the pages of a list. Nothing when there is only one. `href` makes the address of a page number. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
	if (pages <= 1) return null;
	return (
		<nav className="pagination" aria-label="分页">
			{page > 1 ? (
				<a href={href(page - 1)} rel="prev">
					上一页
				</a>
			) : null}
			{pageNumbers(page, pages).map((number, index, all) =>
				number === null ? (
					<span key={`gap after ${all[index - 1]}`} className="pagination-gap">
						…
					</span>
				) : number === page ? (
					<span key={number} className="pagination-current" aria-current="page">
						{number}
					</span>
				) : (
					<a key={number} href={href(number)} aria-label={`第 ${number} 页`}>
						{number}
					</a>
				),
			)}
			{page < pages ? (
				<a href={href(page + 1)} rel="next">
					下一页
				</a>
			) : null}
			<span className="pagination-total">共 {pages} 页</span>
		</nav>
	);
}
