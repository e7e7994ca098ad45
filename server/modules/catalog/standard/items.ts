/**
 * 法定主动公开内容 as codes: 条例第二十条 (A20-01…15), 第二十一条 for townships (A21-T1…8) and for counties (A21-C1…7).
 * `text` is the item as the Regulations put it, `name` the column's name.
 */
export interface LegalItem {
	code: string;
	name: string;
	text: string;
	/** Place in the Regulations, as printed. */
	basis: string;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

function article20(index: number, name: string, text: string): LegalItem {
	const code = `A20-${String(index).padStart(2, '0')}`;
	return { code, name, text, basis: `《条例》第二十条第（${NUMERALS[index - 1]}）项` };
}

/** 条例第二十条, for every body. */
export const ARTICLE_20: readonly LegalItem[] = [
	article20(1, '法规规章和规范性文件', '行政法规、规章和规范性文件'),
	article20(2, '机关职能和机构设置', '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名'),
	article20(3, '规划信息', '国民经济和社会发展规划、专项规划、区域规划及相关政策'),
	article20(4, '统计信息', '国民经济和社会发展统计信息'),
	article20(5, '行政许可和对外管理服务', '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果'),
	article20(
		6,
		'行政处罚和行政强制',
		'实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
	),
	article20(7, '财政预算、决算', '财政预算、决算信息'),
	article20(8, '行政事业性收费', '行政事业性收费项目及其依据、标准'),
	article20(9, '政府集中采购', '政府集中采购项目的目录、标准及实施情况'),
	article20(10, '重大建设项目', '重大建设项目的批准和实施情况'),
	article20(11, '民生领域政策和措施', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况'),
	article20(12, '突发公共事件', '突发公共事件的应急预案、预警信息及应对情况'),
	article20(13, '监督检查', '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'),
	article20(14, '公务员招考', '公务员招考的职位、名额、报考条件等事项以及录用结果'),
	article20(15, '其他法定公开信息', '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息'),
];

function article21(kind: 'T' | 'C', paragraph: string, names: readonly [string, string][]): LegalItem[] {
	return names.map(([name, text], index) => ({
		code: `A21-${kind}${index + 1}`,
		name,
		text,
		basis: `《条例》第二十一条${paragraph}`,
	}));
}

/** 条例第二十一条, what townships add. */
export const ARTICLE_21_TOWNSHIP: readonly LegalItem[] = article21('T', '（乡镇）', [
	['农业农村政策落实', '贯彻落实农业农村政策的情况'],
	['农田水利工程', '农田水利工程建设运营情况'],
	['土地承包经营权流转', '农村土地承包经营权流转情况'],
	['宅基地审核', '宅基地使用情况审核'],
	['土地征收', '土地征收情况'],
	['房屋征收', '房屋征收情况'],
	['筹资筹劳', '筹资筹劳情况'],
	['社会救助', '社会救助情况'],
]);

/** 条例第二十一条, what a county adds. */
export const ARTICLE_21_COUNTY: readonly LegalItem[] = article21('C', '（县级）', [
	['市政建设', '市政建设信息'],
	['公共服务', '公共服务信息'],
	['公益事业', '公益事业信息'],
	['土地征收', '土地征收信息'],
	['房屋征收', '房屋征收信息'],
	['治安管理', '治安管理信息'],
	['社会救助', '社会救助信息'],
]);

const BY_CODE = new Map([...ARTICLE_20, ...ARTICLE_21_TOWNSHIP, ...ARTICLE_21_COUNTY].map((item) => [item.code, item]));

/** The item of a code, or undefined: codes outside the Regulations are refused. */
export function legalItem(code: string): LegalItem | undefined {
	return BY_CODE.get(code);
}

/** The items a body of this kind must open. Departments follow Art 20; the county's own list of Art 21 is the county's. */
export function itemsFor(kind: 'county' | 'department' | 'township'): readonly LegalItem[] {
	if (kind === 'township') return [...ARTICLE_20, ...ARTICLE_21_TOWNSHIP];
	return kind === 'county' ? [...ARTICLE_20, ...ARTICLE_21_COUNTY] : ARTICLE_20;
}
