import type { ReactNode } from 'react';

export interface ListedLink {
	href: string;
	title: string;
	/** Civil day, YYYY-MM-DD. */
	day?: string | undefined;
	/** Shown before the title, such as the office. */
	label?: string | undefined;
	note?: ReactNode;
}

/** A list of titles with their days. */
export function LinkList({ links, empty }: { links: readonly ListedLink[]; empty: string }) {
	if (links.length === 0) return <p className="empty">{empty}</p>;
	return (
		<ul className="link-list">
			{links.map((link) => (
				<li key={link.href}>
					<span className="link-list-main">
						{link.label ? <span className="link-list-label">{link.label}</span> : null}
						<a href={link.href}>{link.title}</a>
						{link.note ? <span className="link-list-note">{link.note}</span> : null}
					</span>
					{link.day ? <time dateTime={link.day}>{link.day}</time> : null}
				</li>
			))}
		</ul>
	);
}

/** Entrances side by side: a title, one line on what is behind it. */
export function Tiles({
	tiles,
	label,
}: {
	tiles: readonly { href: string; title: string; text?: string }[];
	label: string;
}) {
	return (
		<ul className="tiles" aria-label={label}>
			{tiles.map((tile) => (
				<li key={tile.href}>
					<a href={tile.href}>
						<span className="tile-title">{tile.title}</span>
						{tile.text ? <span className="tile-text">{tile.text}</span> : null}
					</a>
				</li>
			))}
		</ul>
	);
}
