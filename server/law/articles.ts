/** References to law as values: written once here, cited everywhere. Texts are quoted from the law where they stand in 「」. */

const REGULATIONS = {
	order711: { title: '中华人民共和国政府信息公开条例', note: '国务院令第711号', from: '2019-05-15' },
	order492: { title: '中华人民共和国政府信息公开条例', note: '国务院令第492号', from: '2008-05-01' },
	feeMeasures: { title: '政府信息公开信息处理费管理办法', note: '国办函〔2020〕109号', from: '2021-01-01' },
	civilProcedure: { title: '中华人民共和国民事诉讼法', note: '' },
	reconsideration: { title: '中华人民共和国行政复议法', note: '', from: '2024-01-01' },
	litigation: { title: '中华人民共和国行政诉讼法', note: '' },
	interpretation8: {
		title: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
		note: '法释〔2025〕8号',
		from: '2025-06-01',
	},
	delivery235: {
		title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开处理决定送达问题的解释',
		note: '国办公开办函〔2016〕235号',
	},
	budget: { title: '中华人民共和国预算法', note: '' },
	penalty: { title: '中华人民共和国行政处罚法', note: '' },
	procurement: { title: '中华人民共和国政府采购法实施条例', note: '' },
	landLaw: { title: '中华人民共和国土地管理法', note: '' },
	houseExpropriation: { title: '国有土地上房屋征收与补偿条例', note: '国务院令第590号' },
	majorDecision: { title: '重大行政决策程序暂行条例', note: '' },
	opinion80: { title: '〈关于全面推进政务公开工作的意见〉实施细则', note: '国办发〔2016〕80号' },
	holidays: { title: '全国年节及纪念日放假办法', note: '' },
} as const;

export type Regulation = keyof typeof REGULATIONS;

/** One place in a regulation. `item` is 项, `paragraph` 款; `text` says or quotes what it rules. */
export interface Article {
	readonly regulation: Regulation;
	readonly article?: number;
	readonly paragraph?: number;
	readonly item?: number;
	readonly text: string;
}

function at(regulation: Regulation, place: readonly [number?, number?, number?], text: string): Article {
	const [article, paragraph, item] = place;
	return { regulation, article, paragraph, item, text };
}

export const ARTICLES = {
	secret: at(
		'order711',
		[14],
		'依法确定为国家秘密，法律、行政法规禁止公开，公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开。',
	),
	thirdPartyHarm: at(
		'order711',
		[15],
		'涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害的，不得公开；第三方同意，或者不公开会对公共利益造成重大影响的，予以公开。',
	),
	internal: at('order711', [16, 1], '人事管理、后勤管理、内部工作流程等内部事务信息，可以不予公开。'),
	process: at(
		'order711',
		[16, 2],
		'讨论记录、过程稿、磋商信函、请示报告等过程性信息以及行政执法案卷信息，可以不予公开；法律、法规、规章规定应当公开的，从其规定。',
	),
	review: at(
		'order711',
		[17],
		'对拟公开的政府信息进行审查；不能确定是否可以公开的，报有关主管部门或者保密行政管理部门确定。',
	),
	periodicReview: at('order711', [18], '对不予公开的政府信息定期评估审查，因情势变化可以公开的应当公开。'),
	proactiveLimit: at('order711', [26], '「应当自该政府信息形成或者变更之日起20个工作日内及时公开。」'),
	applicationContent: at(
		'order711',
		[29, 2],
		'申请应当包括姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者其他特征性描述，形式要求。',
	),
	oralApplication: at('order711', [29, 1], '书面形式确有困难的，可以口头提出，由政府信息公开工作机构代为填写。'),
	supplement: at(
		'order711',
		[30],
		'「自收到申请之日起7个工作日内一次性告知申请人作出补正」「答复期限自行政机关收到补正的申请之日起计算。」',
	),
	received: at('order711', [31], '收到申请的时间，按提交方式确定。'),
	receivedInPerson: at('order711', [31, undefined, 1], '当面提交的，以提交之日为收到申请之日。'),
	receivedByPost: at(
		'order711',
		[31, undefined, 2],
		'邮寄的，以签收之日为收到申请之日；无需签收的，以与申请人确认之日为收到申请之日。',
	),
	receivedOnline: at('order711', [31, undefined, 3], '通过互联网渠道或者传真提交的，以双方确认之日为收到申请之日。'),
	thirdParty: at('order711', [32], '「第三方应当自收到征求意见书之日起15个工作日内提出意见。」'),
	answerLimit: at('order711', [33, 2], '「应当自收到申请之日起20个工作日内予以答复」'),
	extension: at(
		'order711',
		[33, 2],
		'「应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日。」',
	),
	consultationTime: at('order711', [33, 3], '「征求第三方和其他机关意见所需时间不计算在前款规定的期限内。」'),
	jointMaker: at(
		'order711',
		[34],
		'「被征求意见机关应当自收到征求意见书之日起15个工作日内提出意见，逾期未提出意见的视为同意公开。」',
	),
	excessive: at(
		'order711',
		[35],
		'数量、频次明显超过合理范围的，可以要求说明理由；理由不合理的，不予处理；理由合理但无法按期答复的，可以确定延迟答复的合理期限。',
	),
	alreadyPublic: at('order711', [36, undefined, 1], '已经主动公开的，告知获取的方式、途径。'),
	disclose: at('order711', [36, undefined, 2], '可以公开的，提供该政府信息，或者告知获取的方式、途径和时间。'),
	refuse: at('order711', [36, undefined, 3], '决定不予公开的，告知不予公开并说明理由。'),
	notExist: at('order711', [36, undefined, 4], '经检索没有所申请公开信息的，告知该政府信息不存在。'),
	notOurs: at(
		'order711',
		[36, undefined, 5],
		'不属于本机关负责公开的，告知并说明理由；能够确定负责机关的，告知其名称、联系方式。',
	),
	repeated: at('order711', [36, undefined, 6], '已作出答复又重复申请相同政府信息的，告知不予重复处理。'),
	otherLaw: at(
		'order711',
		[36, undefined, 7],
		'工商、不动产登记资料等，法律、行政法规对获取有特别规定的，依照其规定办理。',
	),
	separable: at('order711', [37], '能够作区分处理的，提供可以公开的内容，并对不予公开的内容说明理由。'),
	existingOnly: at('order711', [38], '需要对现有政府信息进行加工、分析的，可以不予提供。'),
	petition: at(
		'order711',
		[39, 1],
		'以政府信息公开申请的形式进行信访、投诉、举报等活动的，告知不作为政府信息公开申请处理。',
	),
	publication: at('order711', [39, 2], '要求提供政府公报、报刊、书籍等公开出版物的，可以告知获取的途径。'),
	correction: at('order711', [41], '有证据证明与其自身相关的政府信息记录不准确的，可以要求更正。'),
	fee: at('order711', [42, 1], '不收取费用；数量、频次明显超过合理范围的，可以收取信息处理费。'),
	archive: at('order711', [45], '建立健全申请登记、审核、办理、答复、归档的工作制度。'),
	departmentReport: at('order711', [49, 1], '「应当在每年1月31日前」提交上一年度年度报告并向社会公布。'),
	governmentReport: at('order711', [49, 2], '「应当在每年3月31日前」公布本级政府上一年度年度报告。'),
	reportContent: at('order711', [50], '年度报告应当包括的内容和统一格式。'),
	relief: at('order711', [51], '可以投诉、举报，也可以依法申请行政复议或者提起行政诉讼。'),
	oldProactiveLimit: at('order492', [18], '自形成或者变更之日起20个工作日内公开。'),
	oldAnswerLimit: at(
		'order492',
		[24],
		'收到申请之日起15个工作日内答复；经同意可以延长，延长的期限最长不得超过15个工作日。',
	),
	feePerItem: at('feeMeasures', [4], '按件计收的标准。'),
	feePerPage: at('feeMeasures', [5], '按量计收的标准。'),
	feeNotice: at(
		'feeMeasures',
		[],
		'在处理期限内发出收费通知；收到通知次日起20个工作日内缴费，逾期视为放弃申请；完成缴费次日起重新计算处理期限。',
	),
	firstDay: at('civilProcedure', [85, 2], '「期间开始的时和日，不计算在期间内。」'),
	lastDay: at('civilProcedure', [85, 3], '期间届满的最后一日是法定休假日的，以法定休假日后的第一日为届满日。'),
	reviewLimit: at(
		'reconsideration',
		[20],
		'自知道或者应当知道之日起60日内申请行政复议；未告知权利的，最长不超过一年。',
	),
	onlineReview: at('reconsideration', [22], '通过互联网渠道送达的，应当同时提供提交行政复议申请书的互联网渠道。'),
	reviewFirst: at(
		'reconsideration',
		[23],
		'申请政府信息公开，行政机关不予公开的，应当先申请行政复议；行政机关应当告知先申请行政复议。',
	),
	reviewBody: at('reconsideration', [24], '县级以上地方各级人民政府管辖的行政复议案件。'),
	suitAfterReview: at('litigation', [45], '不服复议决定的，自收到复议决定书之日起15日内提起诉讼。'),
	suitLimit: at('litigation', [46], '自知道或者应当知道之日起6个月内提起诉讼。'),
	reviewReply: at('reconsideration', [48], '自收到复议申请书副本之日起10日内提出书面答复。'),
	reviewReplySimple: at('reconsideration', [54], '简易程序：自收到复议申请书副本之日起5日内提出书面答复。'),
	suitReply: at('litigation', [67], '自收到起诉状副本之日起15日内提交证据并提出答辩状。'),
	redo: at('interpretation8', [], '判令限期重新答复的，期限依裁判文书；通常为20个工作日。'),
	postedService: at('delivery235', [], '邮寄送达的，以交邮之日为答复之日；当面或者委托送达的，以申请人签收之日为准。'),
	budgetOpen: at('budget', [14], '批准或者批复后20日内公开。'),
	penaltyWithdrawn: at('penalty', [48], '处罚决定被变更、撤销、确认违法或者无效的，3日内撤回并公开说明理由。'),
	awardNotice: at('procurement', [43], '自中标、成交供应商确定之日起2个工作日内公告。'),
	landNotice: at('landLaw', [47], '征地补偿安置方案公告至少30日。'),
	houseNotice: at('houseExpropriation', [10], '征收补偿方案征求意见期限不得少于30日。'),
	draftNotice: at('majorDecision', [15], '决策草案公开征求意见的期限一般不少于30日。'),
	interpretation: at('opinion80', [], '政策解读与文件同步组织、同步审签、同步部署，最迟在文件公开后3个工作日内发布。'),
	localHolidays: at('holidays', [4], '少数民族习惯的节日，由当地人民政府规定放假日期。'),
} as const satisfies Record<string, Article>;

export type ArticleKey = keyof typeof ARTICLES;

const DIGITS = '〇一二三四五六七八九';

/** 33 → 三十三, 10 → 十, 105 → 一百〇五. For 1–999. */
export function chineseNumber(n: number): string {
	const digit = (d: number) => DIGITS[d] ?? '';
	const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
	let text = hundreds > 0 ? `${digit(hundreds)}百` : '';
	if (tens > 0) text += `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
	else if (hundreds > 0 && ones > 0) text += DIGITS[0];
	return ones > 0 ? text + digit(ones) : text;
}

/** 第三十三条第二款. Empty when the reference is to the whole document. */
export function placeOf({ article, paragraph, item }: Article): string {
	if (article === undefined) return '';
	const inside = paragraph === undefined ? '' : `第${chineseNumber(paragraph)}款`;
	return `第${chineseNumber(article)}条${inside}${item === undefined ? '' : `第（${chineseNumber(item)}）项`}`;
}

/** 《中华人民共和国政府信息公开条例》第三十三条第二款; with `short`, 《条例》第三十三条第二款 for the Regulations. */
export function cite(article: Article, short = false): string {
	const { title, note } = REGULATIONS[article.regulation];
	if (short && article.regulation === 'order711') return `《条例》${placeOf(article)}`;
	const number = article.regulation === 'order492' || note.includes('函') || note.includes('法释') ? `（${note}）` : '';
	return `《${title}》${number}${placeOf(article)}`;
}

/** First day the present Regulations and the rules that change a clock or a letter are in force. */
export function inForceFrom(
	regulation: 'order711' | 'order492' | 'feeMeasures' | 'reconsideration' | 'interpretation8',
) {
	return REGULATIONS[regulation].from;
}
