import type { LimitKey } from '../../law/clocks.ts';

/** What kinds of documents there are, as data: where each is usually filed and what it needs. */
export interface DocumentType {
	label: string;
	/** Slug of the column it is filed in unless somebody chooses another. */
	column: string;
	genre: Genre;
	/** Must carry a document number (文号). */
	numbered: boolean;
	/** Limit of making it public: 条例第二十六条 unless another law sets its own. */
	limit: LimitKey;
	/** 行政规范性文件: counted in the annual report, has a validity that ends. */
	normative: boolean;
	/** Made by the system from another module, not to be chosen. */
	made: boolean;
}

/** 体裁分类. */
export const GENRES = [
	'命令（令）',
	'决定',
	'公告',
	'通告',
	'通知',
	'通报',
	'意见',
	'批复',
	'函',
	'会议纪要',
	'报告',
	'其他',
] as const;
export type Genre = (typeof GENRES)[number];

function type(label: string, column: string, genre: Genre, rest: Partial<DocumentType> = {}): DocumentType {
	return { label, column, genre, numbered: false, limit: 'publish', normative: false, made: false, ...rest };
}

export const DOCUMENT_TYPES = {
	notice: type('通知公告', 'notices', '通知'),
	activity: type('工作动态', 'news', '其他'),
	policy: type('政策文件', 'policies', '意见', { numbered: true }),
	normative: type('行政规范性文件', 'policies', '通知', { numbered: true, normative: true }),
	interpretation: type('政策解读', 'interpretations', '其他'),
	plan: type('规划计划', 'plans', '其他'),
	budget: type('财政预决算', 'budget', '其他', { limit: 'budget' }),
	organisation: type('机构职能', 'functions', '其他'),
	list: type('公示名单', 'notices', '公告'),
	penalty: type('行政处罚决定', 'a20-06', '决定', { numbered: true }),
	rule: type('信息公开制度', 'rules', '通知'),
	report: type('政府信息公开年报', 'reports', '报告', { made: true }),
	other: type('其他', 'notices', '其他'),
} as const satisfies Record<string, DocumentType>;

export type TypeKey = keyof typeof DOCUMENT_TYPES;
export const TYPE_KEYS = Object.keys(DOCUMENT_TYPES) as [TypeKey, ...TypeKey[]];

/** 政策性文件: to be explained (law.md §5.6 [V1]), and not kept back without a second opinion (国办发〔2016〕80号). */
export const POLICIES: readonly TypeKey[] = ['policy', 'normative'];

export function documentType(key: TypeKey): DocumentType {
	return DOCUMENT_TYPES[key];
}

/** 主题分类, the classes of the national catalog of government information. */
export const THEMES = [
	'综合政务',
	'国民经济管理、国有资产监管',
	'财政、金融、审计',
	'国土资源、能源',
	'农业、林业、水利',
	'工业、交通',
	'商贸、海关、旅游',
	'市场监管、安全生产',
	'城乡建设、环境保护',
	'科技、教育',
	'文化、广电、新闻出版',
	'卫生、体育',
	'人口、妇女儿童工作',
	'劳动、人事、监察',
	'公安、安全、司法',
	'民政、扶贫、救灾',
	'民族、宗教',
	'对外事务',
	'其他',
] as const;
export type Theme = (typeof THEMES)[number];

/** 公开属性 (国办发〔2016〕80号: marked at source, a paper without it is returned). */
export const ATTRIBUTES = { active: '主动公开', onRequest: '依申请公开', withheld: '不予公开' } as const;
export type Attribute = keyof typeof ATTRIBUTES;

/** Grounds for not opening, by article of the Regulations. Must be named when the attribute is not `active`. */
export const GROUNDS = {
	'14-1': '国家秘密（第十四条）',
	'14-2': '法律、行政法规禁止公开（第十四条）',
	'14-3': '公开后可能危及国家安全、公共安全、经济安全、社会稳定（第十四条）',
	'15': '商业秘密、个人隐私，公开会损害第三方合法权益（第十五条）',
	'16-1': '内部事务信息（第十六条第一款）',
	'16-2': '过程性信息（第十六条第二款）',
	'16-3': '行政执法案卷信息（第十六条第二款）',
} as const;
export type Ground = keyof typeof GROUNDS;
/** In the order of the articles: as a key of an object 15 would stand before 14-1. */
export const GROUND_KEYS = Object.keys(GROUNDS).sort() as [Ground, ...Ground[]];

/** 有效性. `expired` is what passing of time makes of `valid`; the others are declared. */
export const VALIDITIES = { valid: '有效', revised: '已修改', repealed: '已废止', expired: '已失效' } as const;
export type Validity = keyof typeof VALIDITIES;
export const VALIDITY_KEYS = Object.keys(VALIDITIES) as [Validity, ...Validity[]];
