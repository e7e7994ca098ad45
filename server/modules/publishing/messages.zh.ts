import { type Issue, issue } from '../../kernel/issue.ts';
import { secretFileRefused } from '../../law/secret-mark.ts';

/** Every sentence of this module, by its key. */
const MESSAGES = {
	'flow.ownDraft': (what: string) => `您参与了本稿的起草，${what}应当由另一人进行。`,
	'flow.incomplete': (count: string) => `还有 ${count} 处内容需要补充后才能提交。`,
	'flow.otherProofreader': '本机关有其他校对人员，请提交校对；只有一人的机关才可以说明理由后免校对。',
	'flow.notActive': '公开属性不是「主动公开」，不能发布；签发后由本机关留存。',
	'flow.active': '本信息属于主动公开，请发布；定期评估只针对不予公开和依申请公开的信息。',
	'flow.notLive': '本信息目前没有在网站公开。',
	'flow.live': '本信息的上一版仍在网站公开，不能作废；可以放弃修订或者撤下。',
	'flow.made': '本信息由年度报告发布时自动生成，请在年度报告中修改后重新发布。',
	'flow.unregistered':
		'行政规范性文件应当先在「规范性文件」中办理统一登记、统一编号；以前制定的文件，请登记为历史文件并说明理由。',
	'flow.otherNumber': (number: string) => `文号与统一登记的「${number}」不一致。`,
	'flow.registered': '本文件已经登记。',
	'flow.notNormative': '只有行政规范性文件需要登记。',
	'flow.notDraft': '关联的文件已经提交审核，请先收回到拟稿状态。',
	'flow.unread': '本信息是紧急发布的，请先完成事后补审。',
	'flow.read': '本信息不是紧急发布，或者已经补审。',
	'disclosure.owed':
		'不予公开的政策文件，签发前应当先由县政务公开工作机构审查公开属性（国办发〔2016〕80号），现在还没有审查意见。',
	'disclosure.given': '县政务公开工作机构对本稿已经提出意见。',
	'disclosure.notAsked': '只有拟不予公开、等待签发的政策文件需要审查公开属性。',
	'disclosure.against':
		'县政务公开工作机构认为应当公开，请退回修改公开属性；仍不予公开的，请说明理由（国办发〔2016〕80号）。',
	'disclosure.office': '县政务公开工作机构',
	'together.name': (title: string) => `解读稿《${title}》：`,
	'together.title': (title: string) => `《${title}》解读`,
	'together.kind': '只有政策文件和行政规范性文件需要解读。',
	'together.there': '已经有正在办理的解读稿。',
	'flow.done': (name: string, when: string, what: string) => `${name}已于${when}${what}，请刷新后查看。`,

	'draft.state': '只有拟稿状态可以修改；请先退回或者收回。',
	'draft.changed': (name: string, when: string) =>
		`${name}已于${when}保存了本稿的其他修改；您填写的内容仍保留在页面上，请比较后再保存。`,
	'draft.secret':
		'文中标有国家秘密标志，没有保存。本平台连接公共网络，涉密内容不得录入，拟稿也不行（《保守国家秘密法》）。只是引用标志的，请给标志加上引号。',
	'draft.column': '请选择本机关可以发布信息的栏目。',
	'draft.interprets': '被解读的文件不存在，或者还没有公开，请重新选择。',
	'draft.attachment': '附件不属于本信息，请重新上传。',

	'need.title': '请填写标题。',
	'need.issuer': '请填写发文机关。',
	'need.formedOn': '请填写成文日期。',
	'need.documentNumber': (type: string) => `${type}应当填写文号。`,
	'need.theme': '请选择主题分类。',
	'need.genre': '请选择体裁。',
	'need.attribute': '请认定公开属性（主动公开、依申请公开或者不予公开）。',
	'need.ground': '公开属性不是「主动公开」的，应当写明依据。',
	'need.groundNote': '请说明不主动公开的理由。',
	'need.summary': '请填写内容概述（条例第十二条）。',
	'need.body': '请填写正文或者上传附件。',
	'need.responsibleUnit': '请填写责任机构。',
	'need.changeNote': '请说明本次修订改了什么。',
	'need.term': (years: string) => `行政规范性文件的有效期自成文之日起不超过${years}年（县级设置），请填写更早的日期。`,
	'need.expiresOn': '有效期至不能早于成文日期。',
	'need.future': '成文日期不能晚于今天。',
	'need.changedOn': '变更日期应当在成文日期之后，且不晚于今天。',
	'need.code': '法定公开事项代码不存在。',
	'need.unusedGround': '公开属性为「主动公开」的，不应填写不公开依据。',
	'need.image': '正文中有图片不属于本信息，请重新插入。',

	'need.lead': '共同制作的信息，请填写牵头机关（条例第十条）。',
	'need.others': '请填写共同制作的其他机关。',
	'need.from': '请填写从哪个行政机关获取。',
	'origin.lead': (lead: string) =>
		`共同制作的政府信息，由牵头制作的「${lead}」负责公开（条例第十条）；由本机关公开的，请说明理由。`,
	'origin.maker': (maker: string) =>
		`从「${maker}」获取的政府信息，由制作或者最初获取该信息的行政机关负责公开（条例第十条）；由本机关公开的，请说明理由。`,

	'coordination.none': '已标明涉及其他机关，但是还没有征求任何机关的意见（条例第十一条）。',
	'coordination.waiting': (names: string) => `${names}尚未确认，协商一致后才能签发（条例第十一条）。`,
	'coordination.changed': (names: string) => `${names}确认之后正文已改动，请再次协商。`,
	'coordination.objection': (names: string) =>
		`${names}有意见，请修改后再次协商；不采纳的，请签发人说明理由（条例第十一条）。`,
	'coordination.state': '只有签发之前可以协商；请先退回或者收回。',
	'coordination.empty': '请先填写标题，以及正文或者附件，再征求意见。',
	'coordination.whom': '请选择或者填写要征求意见的机关。',
	'coordination.office': '所选机关不存在或者已经合并，请重新选择。',
	'coordination.self': '不需要征求本机关的意见。',
	'coordination.inside': (name: string) => `「${name}」是本县机关，请从本县机关中选择。`,
	'coordination.open': (name: string) => `已经在征求「${name}」的意见，请等待答复，或者先撤回。`,
	'coordination.agreed': (name: string) => `「${name}」已经确认，此后正文没有改动。`,
	'coordination.question': '请写明需要对方确认的内容。',
	'coordination.replyBy': '答复期限应当在今天以后，且不超过60天。',
	'coordination.answered': (name: string, when: string, what: string) => `${name}已于${when}${what}，请刷新后查看。`,
	'coordination.closed': '对方已经不再等待答复，请刷新后查看。',
	'coordination.abandoned': '已放弃修订。',
	'coordination.opinion': '请写明意见（至少5个字）。',
	'coordination.inHouse': '本县机关由其自行答复。',
	'coordination.repliedOn': '答复日期应当在征求意见之日以后，且不晚于今天。',
	'coordination.reference': '请填写复函文号，或者由谁答复。',
	'approval.missing': '本信息公开前需要批准，请先登记批准机关、批准日期和批准文号（条例第十一条）。',
	'approval.authority': '请填写批准机关。',
	'approval.future': '批准日期不能晚于今天。',
	'approval.changed': (name: string, when: string) => `${name}已于${when}改动，请刷新后再填。`,

	'reason.missing': '请写明理由。',
	'reason.short': '理由过于简单，请写清楚（至少5个字）。',
	'comment.missing': '请写明需要修改的内容。',
	'late.reason': (due: string) => `应于 ${due} 前公开，现已超过法定期限，请说明原因。`,
	'personal.reason': (places: string, kinds: string) =>
		`${places}中发现疑似${kinds}，请删除或者隐去；确需公开的，请说明理由。`,
	'personal.unread': (files: string) => `${files}未能自动检查，请打开逐页核对，确认没有不应公开的个人信息。`,
	'schedule.past': '定时发布的时间应当在现在之后。',
	'schedule.far': '定时发布的时间不能超过一年。',

	'secrecy.answers': '请选择「否」或者「是」。',
	'secrecy.note': '回答「是」的，请说明如何处理。',
	'secrecy.blocked': '该项回答为「是」，不能得出同意公开的结论。',
	'secrecy.opinion': '请写明审查意见。',
	'secrecy.authority': '请填写报请确定的部门和其答复。',
	'secrecy.again': '已经报请确定，请在收到答复后作出结论。',

	'validity.day': '生效日期不能早于成文日期。',
	'validity.same': '效力状态没有变化。',
	'validity.extendOnly': '只有规定了有效期的行政规范性文件可以延长有效期。',
	'validity.extendDay': '新的有效期应当晚于原有效期和今天。',
	'validity.extendMost': (years: string) => `有效期自决定之日起不超过${years}年（县级设置），请填写更早的日期。`,
	'validity.ended': '本文件已经修改、废止或者失效，不能延长有效期。',
	'validity.changeNote': (day: string, basis: string) => `有效期延长至${day}（依据：${basis}）`,
	'validity.basis': '请写明依据（文件名称、文号或者条款）。',

	'file.executable': (name: string) => `「${name}」是可执行程序，不能上传。`,
	'file.mismatch': (name: string, kind: string) => `「${name}」的实际内容是${kind}，与扩展名不符，不能上传。`,
	'file.unknown': (name: string) =>
		`「${name}」的格式不在允许范围内；可以上传 Word、Excel、PowerPoint、WPS、PDF、OFD、图片和文本文件。`,
	'file.empty': (name: string) => `「${name}」是空文件，请检查后重新上传。`,
	'assessment.future': '评估日期不能晚于今天。',
	'assessment.assessor': '请填写作出评估的机构或者人员。',
	'assessment.conclusion':
		'请写明评估结论：处理目的、方式是否合法、正当、必要，对个人权益的影响和风险，保护措施是否有效。',
	'assessment.state': '本信息已经签发，不能再登记评估或者复函；修改后重新公开的，在新的版次登记。',
	'assessment.kept': (assessor: string) => `登记个人信息保护影响评估：${assessor}`,
	'assessment.missing':
		'公开个人信息以前，应当进行个人信息保护影响评估并保存评估报告（《个人信息保护法》第五十五条、第五十六条），请先由起草或者保密审查人员登记。',
	'coordination.unanswered': '请先登记答复，再上传复函。',
	'coordination.proofTwice': '这份复函已经上传过。',
	'file.secret': secretFileRefused,
	'file.none': '请选择要上传的文件。',

	'mask.nothing': (name: string) => `「${name}」中没有发现需要隐去的个人信息。`,
	'mask.kind': (name: string) =>
		`「${name}」这种格式不能隐去个人信息，请另存为 Word（.docx）、Excel（.xlsx）或者 PDF 后重新上传。`,
	'mask.picture': (name: string) =>
		`「${name}」含有图片页面，图片中的文字去不掉，没有制作副本。请上传文字版，或者在纸上遮盖后重新扫描。`,
	'mask.failed': (name: string) => `「${name}」中的个人信息没有能够全部隐去，没有制作副本，请修改后重新上传。`,
	'mask.slow': (name: string) => `「${name}」处理超时，没有制作副本，请稍后再试；仍不成功的，请拆分文件后重新上传。`,
	'mask.notShown': (name: string) => `「${name}」已不在公开的附件之列，请刷新后查看。`,
	'mask.inPlace': '已在原格式上隐去，其余内容和版式不变。',
	'mask.remade': '原格式中的文字不能真正去掉，副本按原件的文字重新排版为 PDF，版式与原件不同，请核对。',
	'mask.bare': '已去掉照片中记录的拍摄位置等信息，画面不变。',
	'mask.suffix': '（隐去个人信息）',
	'draft.original': (name: string) =>
		`「${name}」已经制作隐去个人信息的副本，原件由本机关留存，不再公开；请公开副本，或者重新上传。`,

	'index.full': '索引号顺序号已经用完，请联系县政务公开办修改索引号规则。',
	'index.code': '本机关没有登记机构代码，不能生成索引号，请联系县政务公开办。',
	'import.title': '没有标题。',
	'import.noDay': '没有成文日期或者发布日期。',
	'import.day': '日期无法识别，应当如 2026-03-05。',
	'import.tooLong': (field: string, most: string) => `「${field}」超过${most}个字。`,
	'import.noBody': '没有正文，也没有附件。',
	'import.secret': '标有国家秘密标志，不能导入；请按保密规定报告。',
	'import.long': '正文超过200万字符。',
	'import.noFile': (path: string) => `没有「${path}」这个文件或者文件夹。`,
	'import.kind': '只能导入 .jsonl、.csv、.xlsx、WordPress 导出的 .xml，或者存有网页的文件夹。',
	'import.upload': '请选择一个 .xlsx、.csv、.jsonl、WordPress 导出的 .xml，或者装有数据文件和附件的 .zip。',
	'import.zip': '压缩包已损坏，打不开，请重新打包后再上传。',
	'import.zipLocked': '压缩包有密码，请去除密码后再上传。',
	'import.zipLarge': (most: string) => `压缩包解压后超过 ${most}，请分成几个后再上传。`,
	'import.zipPath': (name: string) => `压缩包里的「${name}」指向压缩包之外，已拒绝读取。`,
	'import.zipMany': (names: string) => `压缩包最外层应当只有一个数据文件，现有：${names}。附件请放在文件夹里。`,
	'import.zipNone': '压缩包里没有数据文件（.xlsx、.csv、.jsonl、.xml），也没有网页（.html）。',
	'import.nothing': '没有可以导入的记录，请按逐条检查结果改好文件后重新上传。',
	'import.changed': '这一批导入刚刚有了变化，请刷新后再操作。',
	'import.broken': '导入中断，已经写入的不受影响；请点击「继续导入」，以前导入过的不会重复。',
	'import.unreadableSource': '数据文件已损坏或者格式不对，读不出来，请检查后重新上传。',
	'import.name': '请填写数据来源的名称。',
	'import.line': '这一行不是完整的 JSON 对象。',
	'import.page': '没有在这个网页中找到正文。',
	'import.office': (name: string) => `没有「${name}」这个机关。`,
	'import.noOffice': '没有写明公开机关，请在数据中写明，或者为整批指定机关（--office）。',
	'import.column': (name: string) =>
		`该机关没有可以发布信息的栏目「${name}」，请为整批指定栏目（--column），或者选择新建栏目（--create-columns）。`,
	'import.type': (name: string) => `没有「${name}」这种信息类型。`,
	'import.future': '发布时间晚于现在。',
	'import.file': (name: string) =>
		`没有找到附件「${name}」，请检查附件所在的文件夹（--files）；在网页上导入时，请把附件和数据文件打包为一个 zip。`,
	'import.files': (most: string) => `附件和图片超过${most}个。`,
	'import.image': (name: string) => `正文中的图片「${name}」没有找到，已经去掉。`,
	'import.leaks': (kinds: string) => `发现疑似${kinds}，作为拟稿导入，请处理后按流程发布。`,
	'import.unread': (files: string) => `${files}无法自动检查，作为拟稿导入，请核对后按流程发布。`,
	'import.number': (number: string) => `索引号「${number}」已被使用，已重新编号。`,
	'import.basis': (source: string) => `由「${source}」导入时已标明，原数据没有注明日期。`,
	'import.basisOn': (source: string) => `由「${source}」导入时已标明。`,

	'gone.title': '该信息已撤下',
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
