import { Link } from 'react-router';
import type { Figure } from './api.ts';
import type { Period } from './periods.ts';

export interface FigureAsk {
	figure: Figure;
	period: Period;
	/** Of this office alone. */
	officeId?: number | null;
	/** With concluded applications: of this outcome alone. */
	outcome?: string;
}

/** The address of the records a figure counts. */
export function recordsPath({ figure, period, officeId, outcome }: FigureAsk): string {
	const address = new URLSearchParams({
		figure,
		...(officeId ? { office: String(officeId) } : {}),
		...(outcome ? { outcome } : {}),
		...period,
	});
	return `/board/records?${address.toString()}`;
}

interface FigureLinkProps extends FigureAsk {
	count: number;
	/** Around the figure: 「超期{n}条」. */
	before?: string;
	unit?: string;
}

/** A figure that opens to exactly the records it counts; nothing opens to nothing. */
export function FigureLink({ count, before = '', unit = '', ...ask }: FigureLinkProps) {
	const told = `${before}${count}${unit}`;
	if (count === 0) return <span className="sv-none">{told}</span>;
	return <Link to={recordsPath(ask)}>{told}</Link>;
}
