import { allAddresses } from '../../forms/index.ts';
import type { Cell } from '../../model/index.ts';
import { basisForms } from '../basis.ts';
import { defineRule } from '../define.ts';
import { cellLabel } from '../figures.ts';

const inTable2 = (form: '2019' | '2021') => allAddresses(form).filter((address) => address.startsWith('t2.'));
const addresses = { '2019': inTable2('2019'), '2021': inTable2('2021') };

const plain = /^[\s+\-−－＋]*[\d０-９][\d０-９,，.．\s]*$/;

export const T2UNIT = defineRule({
	id: 'T2-UNIT',
	title: '表二数字单元格里没有单位和说明文字',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'info',
	scope: 'table',
	check({ report }) {
		const wrong = addresses[report.form === '2019' ? '2019' : '2021'].filter((a) => hasWords(report.cells[a]));
		return wrong.map((address) => {
			const raw = report.cells[address]?.raw.trim() ?? '';
			const message = `${cellLabel(address, report.form)}写成「${raw}」，数字单元格里只填数字`;
			return { cells: [address], found: raw, expected: report.cells[address]?.value ?? null, message };
		});
	},
});

function hasWords(cell: Cell | undefined): boolean {
	return cell?.state === 'number' && cell.raw !== '' && !plain.test(cell.raw);
}
