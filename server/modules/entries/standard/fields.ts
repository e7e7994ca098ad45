/** 基层政务公开标准化规范化试点领域 (国办发〔2019〕54号): the 26 fields, in the order in which they are usually listed. */
export interface Field {
	code: string;
	/** Part of its public address. */
	slug: string;
	name: string;
}

const NAMES = [
	['projects', '重大建设项目'],
	['trading', '公共资源交易'],
	['finance', '财政预决算'],
	['work-safety', '安全生产'],
	['tax', '税收管理'],
	['land-acquisition', '征地补偿'],
	['house-expropriation', '国有土地上房屋征收与补偿'],
	['affordable-housing', '保障性住房'],
	['dangerous-housing', '农村危房改造'],
	['environment', '生态环境'],
	['culture', '公共文化服务'],
	['legal-services', '公共法律服务'],
	['poverty-relief', '扶贫'],
	['disaster-relief', '救灾'],
	['food-and-drugs', '食品药品监管'],
	['city-enforcement', '城市综合执法'],
	['employment', '就业创业'],
	['social-insurance', '社会保险'],
	['social-assistance', '社会救助'],
	['elderly-care', '养老服务'],
	['household-registration', '户籍管理'],
	['farm-subsidies', '涉农补贴'],
	['education', '义务教育'],
	['health', '医疗卫生'],
	['municipal-services', '市政服务'],
	['planning', '国土空间规划'],
] as const;

export const FIELDS: readonly Field[] = NAMES.map(([slug, name], index) => ({
	code: `F${String(index + 1).padStart(2, '0')}`,
	slug,
	name,
}));

export const FIELD_CODES = FIELDS.map(({ code }) => code);

const BY_CODE = new Map(FIELDS.map((field) => [field.code, field]));

export function fieldOf(code: string): Field | undefined {
	return BY_CODE.get(code);
}

/** 「扶贫」 and the names a field also goes by. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		财政预算决算: '财政预决算',
		农村集体土地征收: '征地补偿',
		住房保障: '保障性住房',
		环境保护: '生态环境',
		乡村振兴: '扶贫',
		巩固脱贫攻坚成果: '扶贫',
		城乡规划: '国土空间规划',
	}),
);

/** The field of a name as offices write it, 「领域」 behind it or not; undefined when there is none. */
export function fieldNamed(text: string): Field | undefined {
	const whole = text.trim().replace(/领域$/, '');
	// 「征地补偿（农村集体土地征收）」: printed tables give both names, the other one in brackets.
	const [, before = '', inside = ''] = /^(.+?)[（(](.+?)[）)]$/.exec(whole) ?? [];
	for (const name of [whole, before.trim(), inside.trim()]) {
		const known = OTHER_NAMES.get(name) ?? name;
		const found = FIELDS.find((field) => field.name === known || field.code === known.toUpperCase());
		if (found) return found;
	}
	return undefined;
}
