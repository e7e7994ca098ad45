import { layoutStat } from './layout-stat.ts';
import { layoutTable2 } from './layout-table2.ts';
import { layoutTable3 } from './layout-table3.ts';
import { layoutTable4 } from './layout-table4.ts';
import type { TableForm, TableLayout } from './types.ts';

/**
 * The official printed tables of a form with their merged cells, in document order:
 * 2019 and 2021 tables 2, 3, 4; 2014 the one statistics table. Rows and columns count from 0.
 */
export function layoutsOf(form: TableForm): TableLayout[] {
	if (form === '2014') return [layoutStat()];
	return [layoutTable2(form), layoutTable3(form), layoutTable4()];
}
