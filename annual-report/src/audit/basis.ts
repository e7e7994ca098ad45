import { cellLabel } from './figures.ts';
import type { Imbalance } from './sum-rule.ts';

/** The notice that brought in the 2014 statistics table. */
export const basis2014 = '《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》（国办发〔2014〕32号）附表';

/** The notices that fixed the forms of 2019 and 2021. */
export const basis2019 = '《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）';
export const basis2021 = '《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）';
export const basisForms = '政府信息公开工作年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）';

/** The article that says what a report must contain. */
export const basisArticle50 = '《中华人民共和国政府信息公开条例》第五十条';

/** The article that sets the days by which reports are published. */
export const basisArticle49 = '《中华人民共和国政府信息公开条例》第四十九条';

/** The sentence for a line of the 2014 table that is not the sum of its parts. */
export function statSentence({ identity, left, right, report }: Imbalance): string {
	return `${cellLabel(identity.right[0] ?? '', report.form)}填报${right}，所属各项相加为${left}，两者不一致`;
}
