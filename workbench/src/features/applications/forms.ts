import { area, day, type FieldSpec, type FormContext, type FormSpec, LAW, until } from './form-spec.ts';
import { becoming, intake } from './forms-intake.ts';

function working(context: FormContext): Record<string, FormSpec> {
	const { today, handlers, handlerId } = context;
	return {
		assign: {
			fields: [
				{
					name: 'handlerId',
					label: '经办人',
					kind: 'select',
					required: true,
					options: handlers.map(({ id, name }) => ({ value: id, label: name })),
					initial: handlerId,
				},
			],
		},
		proposeExtension: {
			text: `延长的期限最长20个工作日，经批准并在原期限届满前告知申请人（${LAW}第三十三条第二款）。`,
			fields: [
				{ name: 'days', label: '延长工作日', kind: 'number', required: true, initial: 20 },
				area('reason', '延期理由', '将写入延期答复告知书。'),
			],
		},
		askExplanation: {
			text: `申请的数量、频次明显超过合理范围的，可以要求说明理由（${LAW}第三十五条）。`,
			fields: [area('counts', '申请数量、频次', '如：2026年1月至3月共提出40件。'), until('until', '说明理由的期限')],
		},
		acceptExplanation: {
			fields: [
				area('given', '申请人说明的理由'),
				area('reason', '不能按期答复的原因', '将写入延迟答复告知书。'),
				until('until', '延迟答复至'),
			],
		},
		rejectExplanation: {
			fields: [
				{ name: 'given', label: '申请人说明的理由', kind: 'area', hint: '未说明的留空，须在期限届满后登记。' },
				area('finding', '认定理由不合理的依据'),
			],
		},
		recordSearch: {
			fields: [
				day('searchedOn', '检索日期', today),
				{ name: 'place', label: '检索范围', kind: 'line', required: true, hint: '如：镇档案室2008年文书档案。' },
				{ name: 'keywords', label: '关键词', kind: 'line', required: true },
				area('result', '检索结果'),
			],
		},
		addNote: { fields: [area('text', '办理记录', '有权查看本案的人员都能看到，请勿写入申请人身份信息。')] },
	};
}

function consultations(): Record<string, FormSpec> {
	return {
		consultThirdParty: {
			path: 'consultations',
			fixed: { kind: 'thirdParty', agency: '' },
			text: '第三方自收到征求意见书之日起15个工作日内提出意见，期间不计入答复期限。',
			fields: [
				area('information', '征求意见的信息', '只写信息内容，不写申请人是谁。'),
				{ name: ['party', 'name'], label: '第三方姓名或者名称', kind: 'line', required: true, hint: '加密保存。' },
				{ name: ['party', 'address'], label: '地址', kind: 'line' },
				{ name: ['party', 'phone'], label: '电话', kind: 'line' },
			],
		},
		consultAgency: {
			path: 'consultations',
			fixed: { party: null },
			fields: [
				{
					name: 'kind',
					label: '征求对象',
					kind: 'select',
					required: true,
					initial: 'jointMaker',
					options: [
						{ value: 'jointMaker', label: '共同制作机关（15个工作日，逾期视为同意）' },
						{ value: 'agency', label: '协助或者报请确定的机关' },
					],
				},
				{ name: 'agency', label: '机关名称', kind: 'line', required: true },
				area('information', '信息或者事项'),
			],
		},
	};
}

function fees({ options, today }: FormContext): Record<string, FormSpec> {
	return {
		recordFeeDelivery: { fields: [day('deliveredOn', '申请人收到日期', today)] },
		payFee: { fields: [day('paidOn', '缴费日期', today)] },
		refundFee: {
			text: '登记已经退还的信息处理费，可以分次登记，不超过已缴的数额。',
			fields: [
				{ name: 'amount', label: '退费金额', kind: 'money', required: true },
				{ name: 'ground', label: '退费原因', kind: 'select', required: true, options: options.refundGrounds },
				area('reason', '理由和依据'),
				day('refundedOn', '退费日期', today),
			],
		},
	};
}

/** Registers how a letter reached its reader; for the answer it closes the case. */
export function serviceForm({ options, today }: FormContext): FormSpec {
	return {
		text: '邮寄的以交邮之日为准，当面或者委托送达的以签收之日为准（国办公开办函〔2016〕235号）。',
		fields: [
			{ name: 'way', label: '送达方式', kind: 'select', required: true, options: options.serviceWays, initial: 'post' },
			day('servedOn', '交邮或者送达日期', today),
			{ name: 'postNumber', label: '邮件号码', kind: 'line', when: { name: 'way', is: ['post'] }, required: true },
			{ name: 'receivedOn', label: '对方收到日期（已知的）', kind: 'day' },
			{ name: 'note', label: '备注', kind: 'line' },
		],
	};
}

/** Who brought it and to whom; third parties have cases of their own beside the applicant's (第三十二条). */
function openingFields({ options, today }: Pick<FormContext, 'options' | 'today'>, fields: FieldSpec[]): FieldSpec[] {
	return [
		{
			name: 'claimant',
			label: '提起人',
			kind: 'select',
			required: true,
			options: options.claimants,
			initial: 'applicant',
			hint: '第三方对公开决定另行提起的（《条例》第三十二条），与申请人的案件分别登记。',
		},
		{
			name: 'claimantName',
			label: '姓名或者名称',
			kind: 'line',
			hint: '加密保存，可以不填。',
			when: { name: 'claimant', is: ['thirdParty', 'other'] },
		},
		...fields,
		{ name: 'caseNumber', label: '案号', kind: 'line' },
		day('receivedOn', '收到副本日期', today),
		{
			name: 'alsoOver',
			label: '同案的其他申请编号',
			kind: 'line',
			hint: '一案涉及几件申请的，填写其他申请的编号，用顿号隔开；年度报告计一件。案号相同的，以后登记也视为同一案件。',
		},
	];
}

/** The result of one of the open cases; `redo` where it orders to answer anew. */
function closingForms({ options, today, remedies: pending = [] }: FormContext): { closing: FormSpec; redo: FormSpec } {
	const joint = [...new Set(pending.flatMap(({ also }) => also))].join('、');
	const which: FieldSpec = {
		name: 'remedyId',
		label: '案件',
		kind: 'select',
		required: true,
		hint: '有几件正在审理，选择登记哪一件的结果。',
		options: pending.map(({ id, label }) => ({ value: id, label })),
	};
	const redoAlso: FieldSpec = {
		name: 'redoAlso',
		label: '一并责令重新答复的申请编号',
		kind: 'line',
		hint: '同案的其他申请也被责令重新答复的，填写编号，用顿号隔开。',
	};
	const closing: FormSpec = {
		path: 'remedies/close',
		fields: [
			...(pending.length > 1 ? [which] : []),
			day('closedOn', '审结日期', today),
			{ name: 'result', label: '结果', kind: 'select', required: true, options: options.remedyResults },
			{ name: 'note', label: '文书号和要点', kind: 'area' },
		],
		text: joint ? `同一案件还涉及${joint}，结果一并登记。` : undefined,
	};
	const redo: FormSpec = {
		...closing,
		fields: [
			...closing.fields,
			{ name: 'redoDays', label: '责令重新答复的期限（工作日）', kind: 'number', required: true, initial: 20 },
			...(joint ? [redoAlso] : []),
		],
	};
	return { closing, redo };
}

function remedies(context: FormContext): Record<string, FormSpec> {
	const { options, today } = context;
	const { closing, redo } = closingForms(context);
	const court = options.remedyTracks.filter(({ value }) => value !== 'review');
	const opening = (fields: FieldSpec[]) => openingFields({ options, today }, fields);
	return {
		openReconsideration: {
			path: 'remedies',
			fixed: { track: 'review' },
			fields: opening([
				{ name: 'body', label: '行政复议机关', kind: 'line', required: true },
				{ name: 'simple', label: '适用简易程序', kind: 'yes', initial: false },
			]),
		},
		openLitigation: {
			path: 'remedies',
			fields: opening([
				{ name: 'track', label: '类型', kind: 'select', required: true, options: court },
				{ name: 'body', label: '人民法院', kind: 'line', required: true },
			]),
		},
		closeReconsideration: closing,
		closeLitigation: closing,
		closeRemedy: closing,
		orderRedo: redo,
	};
}

/** The form of every move that needs more than a reason. */
export function moveForms(context: FormContext): Readonly<Record<string, FormSpec>> {
	const all: Record<string, FormSpec> = {
		...intake(context),
		...becoming(),
		...working(context),
		...consultations(),
		...fees(context),
		...remedies(context),
		serve: serviceForm(context),
		closeCorrection: {
			text: `审核属实的，应当予以更正并告知申请人；不属于本机关职能范围的，转送或者告知有权更正的机关（${LAW}第四十一条）。`,
			fields: [
				{
					name: 'result',
					label: '办理结果',
					kind: 'select',
					required: true,
					options: context.options.correctionResults,
				},
				area('finding', '审核情况', '将写入更正告知书。'),
			],
		},
	};
	const referral = all.referElsewhere;
	if (referral) {
		const fields = referral.fields.map((field) =>
			field.name === 'to' ? { ...field, options: context.options.elsewhere } : field,
		);
		all.referElsewhere = { ...referral, fields };
	}
	return all;
}

export function deliveryForm({ today }: FormContext): FormSpec {
	return { text: '对方的15个工作日自收到之日起计算。', fields: [day('deliveredOn', '对方收到日期', today)] };
}

export function replyForm({ options, today }: FormContext, kind: string): FormSpec {
	// A joint maker answers or is silent, which is consent (第三十四条); another office has no limit to be silent over.
	const fits = (reply: string) =>
		kind === 'thirdParty'
			? reply !== 'answered'
			: reply === 'answered' || (kind === 'jointMaker' && reply === 'silent');
	return {
		fields: [
			day('on', '收到意见日期', today),
			{
				name: 'reply',
				label: '意见',
				kind: 'select',
				required: true,
				options: options.replies.filter(({ value }) => fits(value)),
			},
			{ name: 'reasons', label: '理由及本机关的判断', kind: 'area' },
		],
	};
}
