import { usePhone } from '../../../ui/index.ts';
import type { Layout } from '../api.ts';
import { CellList } from './cell-list.tsx';
import { type CellLook, OfficialTable } from './official-table.tsx';

interface ReportTablesProps {
	layouts: readonly Layout[];
	look: (address: string) => CellLook;
	current: string | null;
	onChoose: (address: string) => void;
}

/** The tables of a form: as printed on a desk, figure by figure on a phone. */
export function ReportTables({ layouts, look, current, onChoose }: ReportTablesProps) {
	const phone = usePhone();
	return layouts.map((layout) =>
		phone ? (
			<CellList key={layout.key} layout={layout} look={look} onChoose={onChoose} />
		) : (
			<OfficialTable key={layout.key} layout={layout} look={look} current={current} onChoose={onChoose} />
		),
	);
}
