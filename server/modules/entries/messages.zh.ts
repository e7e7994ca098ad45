import { type Issue, issue } from '../../kernel/issue.ts';

/** Every sentence of this module, by its key. */
const MESSAGES = {
	'entry.first': '请填写一级事项。',
	'entry.elements': '请填写公开内容（要素）。',
	'entry.basis': '请填写公开依据。',
	'entry.days': '天数应是1到1830之间的整数。',
	'entry.limit': '公开时限长于《条例》第二十六条规定的20个工作日的，请在公开依据中写明另有规定的法律、法规。',
	'entry.channels': '请至少选择一个公开渠道。',
	'entry.site': '向全社会主动公开的事项应当在政府网站公开，请选择「政府网站」。',
	'entry.levels': '请选择公开层级。',
	'entry.audience': '请写明向哪一类群体公开。',
	'entry.words': '归入该事项的词语每个不少于2个字。',
	'entry.field': '没有这个领域，请从26个领域中选择。',
	'entry.targets': '请选择适用的机关。',
	'entry.column': '请选择本机关接收信息的栏目。',
	'entry.changed': '该事项已被他人修改，请刷新后再改。',
	'entry.moved': '该事项的状态已经改变，请刷新后再试。',
	'entry.reason': '请说明原因，不少于2个字。',
	'entry.trim': '请选择不适用的情形。',
	'entry.none': '请先勾选公开事项。',
	'entry.notYours': '公开事项由本机关信息员、签发人或者县政务公开办办理。',
	'edition.notYours': '事项目录由本机关签发人或者县政务公开办发布。',
	'edition.proposed': (count: string) => `还有${count}项县级事项没有确认，请逐项采用，或者登记不适用的原因。`,
	'edition.empty': '目录中还没有事项。',
	'edition.unchanged': '目录与已发布的版本相同，无需再次发布。',
	'push.unchanged': '标准目录与上次下达时相同，无需再次下达。',
	'push.empty': '标准目录中还没有事项。',
	'match.document': '该信息没有公开，不能归入公开事项。',
	'match.entry': '请选择发布该信息的机关采用的公开事项。',
	'import.field': (text: string) => `「${text}」不是26个领域之一。`,
	'import.timing': (text: string) => `看不懂公开时限「${text}」，可以写成「20个工作日内」「每季度」「长期公开」。`,
	'import.channel': (text: string) => `没有公开渠道「${text}」。`,
	'import.level': (text: string) => `没有公开层级「${text}」。`,
	'import.way': (text: string) => `公开方式「${text}」应写「主动公开」或者「依申请公开」。`,
	'import.twice': (row: string) => `与第${row}行的事项相同。`,
	'import.there': '目录中已有同样的事项。',
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
