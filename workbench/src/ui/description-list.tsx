import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

export interface Description {
	label: string;
	value: ReactNode;
	/** Takes the whole width. */
	wide?: boolean;
}

interface DescriptionListProps {
	items: readonly Description[];
	title?: string;
	/** One column, for a side panel. */
	narrow?: boolean;
}

const LONGEST_UNBROKEN = 7;
const UNBROKEN = { label: { whiteSpace: 'nowrap' } } as const;

/** Facts of a case as label and value: three columns on a desk, one on a phone. Empty values show a dash. */
export function DescriptionList({ items, title, narrow = false }: DescriptionListProps) {
	return (
		<Descriptions
			size="small"
			bordered
			title={title}
			column={narrow ? 1 : { xs: 1, sm: 1, md: 2, xl: 3 }}
			items={items.map(({ label, value, wide }) => ({
				key: label,
				label,
				// Beside a long value the browser would break a label of six characters to give it room.
				styles: label.length <= LONGEST_UNBROKEN ? UNBROKEN : undefined,
				span: wide ? ('filled' as const) : 1,
				children: value === null || value === undefined || value === '' ? '—' : value,
			}))}
		/>
	);
}
