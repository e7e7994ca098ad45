import type { Report, RuleContext } from '../model/index.ts';
import { officeName } from '../model/index.ts';

/**
 * Level of the office. `upper` stands for provinces, autonomous prefectures and cities (a county-level city bears the
 * same name as a larger one, so the name alone does not tell them apart).
 */
export type Level = 'county' | 'department' | 'township' | 'upper' | 'unknown';

/** Level by evidence, else by the printed name; `unknown` where neither tells. */
export function levelOf({ report, evidence }: Pick<RuleContext, 'report' | 'evidence'>): Level {
	return evidence.level ?? levelByName(report);
}

function levelByName({ organ, title }: Report): Level {
	const name = officeName(organ ?? title.split(/\d{4}/)[0] ?? '');
	if (/管理委员会$|管委会$/.test(name)) return 'unknown';
	if (/(镇|乡|苏木|街道)(人民政府|政府|办事处)?$/.test(name)) return 'township';
	if (/(?:县|旗|市辖区|[^治]区)(人民政府|政府)?$/.test(name)) return 'county';
	if (/(省|自治区|自治州|州|市)(人民政府|政府)?$/.test(name)) return 'upper';
	if (/(省|自治区|自治州|市)[^县区旗]*(办公厅|厅|局|委员会|办公室|委)$/.test(name)) return 'upper';
	return isDepartment(name) ? 'department' : 'unknown';
}

/** True where the name is that of a department of whatever level; Article 49 binds them all to 31 January. */
export function isDepartment(printed: string): boolean {
	return /(局|委员会|办公厅|办公室|厅|中心|站|支队|大队|院|委|办)$/.test(officeName(printed));
}
