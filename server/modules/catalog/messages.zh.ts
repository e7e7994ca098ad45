import { type Issue, issue } from '../../kernel/issue.ts';

/** Every sentence of this module, by its key. */
const MESSAGES = {
	'column.name': '请填写栏目名称。',
	'column.slug': '栏目标识只能用小写字母、数字和连字符，不超过40个字符。',
	'column.slugTaken': '本机关已有使用该标识的栏目。',
	'column.nameTaken': '本机关已有同名栏目。',
	'column.fixedSlug': '栏目标识是网址的一部分，建立后不能修改。确需更换的，请新建栏目。',
	'column.fixedName': '该栏目的名称、标识和类型由国家统一规定，不能修改。',
	'column.fixedClosed': '固定栏目和法定公开事项不能停用；没有此类信息的，请登记「本机关无此类信息」。',
	'column.type': '请选择规定的栏目类型。',
	'column.code': '对应的法定事项代码不存在。',
	'column.absentKind': '只有法定公开事项可以登记「本机关无此类信息」。',
	'column.absentNote': '请说明本机关为什么没有此类信息。',
	'column.absentFuture': '登记日期不能晚于今天。',
	'column.changed': '该栏目已被他人修改，请刷新后再改。',
	'column.notFound': '没有找到该栏目。',
	'guide.incomplete': (labels: string) => `公开指南缺少条例第十二条规定的内容：${labels}。`,
	'guide.missing': (label: string) => `请填写${label}（条例第十二条）。`,
	'guide.phone': '联系电话不像有效号码，请填写区号和号码。',
	'guide.unchanged': '公开指南与已发布的版本相同，无需再次发布。',
	'guide.changed': (name: string) => `公开指南已被${name || '他人'}保存，请刷新后再改；您填写的内容仍保留在页面上。`,
	'guide.mayNotPublish': '公开指南由本机关签发人或者县政务公开办发布。',
	'guide.mayNotEdit': '公开指南由本机关信息员、签发人或者县政务公开办编写。',
} as const;

export type MessageKey = keyof typeof MESSAGES;
type Words<K extends MessageKey> = (typeof MESSAGES)[K] extends (...words: infer W extends string[]) => string ? W : [];

/** The sentence of a key. */
export function words<K extends MessageKey>(key: K, ...given: Words<K>): string {
	const message = MESSAGES[key] as string | ((...words: string[]) => string);
	return typeof message === 'string' ? message : message(...given);
}

/** An issue in the words of its key. */
export function say<K extends MessageKey>(key: K, field?: string, ...given: Words<K>): Issue {
	return issue(key, words(key, ...given), field);
}
