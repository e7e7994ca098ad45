import { type Issue, issue } from '../../kernel/issue.ts';

/** Every sentence of this module, by its key. */
const MESSAGES = {
	'flow.ownDraft': '您参与了本件的起草，合法性审核应当由另一人进行。',
	'flow.notPublic': '文件还没有在网站公布，公布后再报送备案。',
	'flow.public': '文件已经公布，不能终止；需要废止的，请在文件页面标注效力。',
	'flow.changed': '本件刚刚由他人办理，请刷新后再试。',

	'project.title': '请填写文件名称。',
	'project.basis': '请写明制定依据和必要性（至少5个字）。',

	'step.day': '日期不能晚于今天。',
	'step.before': (day: string) => `日期不能早于上一步骤（${day}）。`,
	'step.noDay': '请填写日期。',
	'step.reason': '请写明理由（至少5个字）。',
	'step.ground': '省略程序的，请写明依据和理由（至少5个字）。',
	'step.text': '请写明内容（至少5个字）。',
	'step.body': '请填写审核机构。',
	'step.filingBody': '请填写备案机关。',
	'step.meeting': '请填写会议名称。',
	'step.decision': '请写明讨论决定（至少5个字）。',
	'step.opinion': '请写明审核意见（至少5个字）。',
	'step.startsOn': '请填写征求意见的开始日期。',
	'step.endsOn': '截止日期应当晚于开始日期。',
	'step.short': (days: string) => `征求意见的期限不少于${days}日；情况紧急需要缩短的，请写明理由。`,
	'step.notEnded': (day: string) => `征求意见到 ${day} 截止，截止后再登记结果。`,
	'step.opinions': '请填写收到的意见数，没有收到的填0。',
	'step.adopted': '采纳数不能多于收到的意见数。',
	'step.link': '网址应当以 http:// 、https:// 或者 / 开头。',
	'step.filingNumber': '请填写备案号。',

	'number.word': '本机关没有设定发文代字，请联系县政务公开办在「编号规则」中设定。',
	'word.shape': '发文代字为1至10个汉字，如「望政规」。',
	'word.taken': '这个发文代字已经由其他机关使用。',
	'word.office': '请选择机关。',

	'document.other': '请选择本机关的、处于拟稿状态的行政规范性文件。',
	'document.taken': '这份文件已经关联其他制发项目。',
	'document.late': '已经登记编号，不能更换关联的文件。',

	'batch.title': '请填写清理名称。',
	'batch.day': '清理基准日不能晚于今天。',
	'batch.none': '基准日没有现行有效的行政规范性文件。',
	'batch.county': '只有县政务公开办可以组织全县清理。',
	'batch.open': (count: string) => `还有 ${count} 件文件没有清理结论。`,
	'batch.own': '您在本次清理中提出过结论，审签应当由另一人进行。',
	'batch.closed': '清理已经审签，请先退回重新清理。',
	'batch.item': '文件不属于本次清理。',
	'batch.forbidden': '只能对本机关的文件提出清理结论。',
	'batch.effective': '生效日期不能早于今天。',

	'evaluation.text': '请写明评估情况（至少10个字）。',
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
