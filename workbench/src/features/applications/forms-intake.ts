import { area, day, type FormContext, type FormSpec, LAW, until } from './form-spec.ts';

/** From arrival to the desk. */
export function intake({ today }: FormContext): Record<string, FormSpec> {
	return {
		confirm: {
			text: `与申请人确认之日为收到申请之日，期限自次日起算（${LAW}第三十一条）。`,
			fields: [
				day('confirmedOn', '与申请人确认日期', today),
				{ name: 'how', label: '确认方式', kind: 'line', hint: '如：电话确认。不要填写号码。' },
			],
		},
		submitDraft: {
			text: '请申请人核对代填的内容并签名。以提交之日为收到申请之日。',
			fields: [day('submittedOn', '申请人确认日期', today)],
		},
		referElsewhere: {
			text: '转出后不计入年度报告的申请数量。',
			fields: [
				{ name: 'to', label: '转往', kind: 'select', required: true, options: [] },
				{
					...area('record', '要求更正的记录', '转出后作为更正申请另行审核，办结时出具告知书。'),
					when: { name: 'to', is: ['correction'] },
				},
				{
					name: 'evidence',
					label: '证据材料',
					kind: 'area',
					hint: '申请人据以证明记录不准确的材料。',
					when: { name: 'to', is: ['correction'] },
				},
				{
					...area('answer', '回复内容', '将写入回复文书。'),
					when: { name: 'to', is: ['consultation', 'petition', 'misdirected'] },
				},
				{ name: 'reason', label: '转出理由', kind: 'area', hint: '记入办理记录。' },
			],
		},
		requestSupplement: {
			text: `补正只能一次性告知，自收到申请之日起7个工作日内作出（${LAW}第三十条）。`,
			fields: [area('items', '需要补正的事项', '逐项写明缺少什么、如何补正。'), until('until', '补正期限')],
		},
		supplement: {
			text: '答复期限自收到补正之日重新计算。',
			fields: [day('on', '收到补正日期', today), area('text', '补正内容')],
		},
	};
}

/** What a case may become beside its answer. */
export function becoming(): Record<string, FormSpec> {
	return {
		split: {
			text: '一件申请涉及几项互不相关的内容的，按一事一申请拆分。每行写一项：第一项保留本编号，其余另编号并各出回执；收到日期、已用期限、查询码不变，每项各计一件。',
			fields: [area('items', '拆分后的各项', '每行一项信息名称。'), area('reason', '拆分理由', '记入办理记录。')],
		},
		listAnswer: {
			text: '在网站公示这件申请的事项、答复机关、结果和日期，不含申请人和编号。',
			fields: [
				{ name: 'title', label: '公示的事项', kind: 'line', required: true, hint: '不要写入申请人或者其他人的身份。' },
			],
		},
		publishToAll: {
			text: '把提供给申请人的信息转为主动公开：在「信息发布」生成拟稿，经校对、保密审查和签发后公开，不含申请人和申请的任何信息（《条例》第四十四条）。',
			fields: [
				{
					name: 'title',
					label: '公开时使用的标题',
					kind: 'line',
					required: true,
					hint: '不要写入申请人或者其他人的身份。',
				},
				{ name: 'note', label: '正文（可在拟稿中修改）', kind: 'area' },
			],
		},
	};
}
