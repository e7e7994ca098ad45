import type { RegisterGroup } from '../model.ts';
import { choiceField, counted, integerField, into, stock, textField } from './define.ts';

/** Who does the work, and with what means. */
export const organisation: RegisterGroup = {
	key: 'organisation',
	label: '机构、人员与培训',
	kinds: [
		stock('agency', '政府信息公开工作专门机构', { unit: '个', feeds: into(['2014', 'stat.12.1']) }),
		stock('staffFull', '专职工作人员', {
			unit: '人',
			hint: '不包括政府公报及政府网站工作人员。',
			feeds: into(['2014', 'stat.12.2.1']),
		}),
		stock('staffPart', '兼职工作人员', { unit: '人', feeds: into(['2014', 'stat.12.2.2']) }),
		counted('budget', '政府信息公开专项经费', {
			unit: '万元',
			decimals: 6,
			hint: '不包括用于政府公报编辑管理及政府网站建设维护等方面的经费。',
			feeds: into(['2014', 'stat.12.3']),
		}),
		counted('meeting', '政府信息公开工作会议或专题会议', {
			fields: [textField('topic', '议题')],
			feeds: into(['2014', 'stat.13.1']),
		}),
		counted('trainingHeld', '举办培训班', {
			unit: '次',
			hint: '本机关举办的培训；参加上级培训登记在「参加培训」。',
			fields: [integerField('trainees', '接受培训', '人次', { required: true }), textField('topic', '培训内容')],
			feeds: [...into(['2014', 'stat.13.2']), { form: '2014', address: 'stat.13.3', of: 'trainees' }],
		}),
		counted('trainingAttended', '参加培训', {
			fields: [integerField('persons', '参加', '人次'), textField('organiser', '举办单位')],
		}),
		counted('guidance', '调研指导', {
			hint: '到下级机关、站所调研指导公开工作；监督检查登记在「监督检查和网站监测」。',
			fields: [integerField('persons', '参加', '人次'), textField('topic', '调研内容')],
		}),
		counted('rule', '制定公开工作制度', { unit: '项', fields: [textField('title', '制度名称')] }),
		counted('publicityEvent', '《条例》宣传活动', {}),
		counted('normativeReview', '规范性文件清理', {
			unit: '件',
			hint: '清理的文件总数；其中继续有效、废止、失效分别填写。',
			fields: [
				integerField('kept', '继续有效', '件', { withinQuantity: true }),
				integerField('repealed', '废止或者失效', '件', { withinQuantity: true }),
			],
		}),
		counted('archived', '公开档案归档', { unit: '件' }),
	],
};

/** What others found, and what was done about it (条例第四十六、四十七、五十条). */
export const supervision: RegisterGroup = {
	key: 'supervision',
	label: '监督与保障',
	kinds: [
		counted('deployment', '上级部署事项', {
			unit: '项',
			hint: '上级机关、县政务公开办公室布置的公开工作任务和专项行动。',
			fields: [
				textField('from', '部署机关', { required: true }),
				textField('topic', '事项'),
				integerField('done', '已落实', '项', { withinQuantity: true }),
			],
		}),
		counted('workPriority', '年度公开工作要点', {
			unit: '项',
			hint: '本机关年度要点、实施方案列出的任务。',
			fields: [textField('topic', '任务'), integerField('done', '已完成', '项', { withinQuantity: true })],
		}),
		counted('complaint', '被举报投诉', {
			unit: '件',
			fields: [
				choiceField('result', '结果', { maintained: '维持具体行政行为', corrected: '被纠错', other: '其他情形' }),
			],
			feeds: [
				{ form: '2014', address: 'stat.6.1', where: ['result', 'maintained'] },
				{ form: '2014', address: 'stat.6.2', where: ['result', 'corrected'] },
				{ form: '2014', address: 'stat.6.3', where: ['result', 'other'] },
			],
			zeroBasis: '经核对信访和投诉登记，本年度没有因政府信息公开被举报投诉。',
		}),
		counted('inspection', '监督检查和网站监测', {
			fields: [
				textField('by', '检查单位'),
				integerField('found', '发现问题', '个'),
				integerField('rectified', '完成整改', '个'),
			],
		}),
		counted('thirdPartyEvaluation', '第三方评估', {
			fields: [
				textField('by', '评估机构'),
				integerField('found', '指出问题', '个'),
				integerField('rectified', '完成整改', '个'),
			],
		}),
		counted('selfReview', '问题自查评估', {
			fields: [integerField('found', '发现问题', '个'), integerField('rectified', '完成整改', '个')],
		}),
		counted('assessment', '工作考核', { fields: [textField('result', '考核结果', { required: true })] }),
		counted('socialEvaluation', '社会评议', {
			fields: [integerField('participants', '参加评议', '人次'), textField('result', '评议结果', { required: true })],
		}),
		counted('accountability', '责任追究', {
			unit: '人次',
			fields: [textField('result', '追究情况')],
			zeroBasis: '本年度未发生因政府信息公开工作被追究责任的情形。',
		}),
		counted('leak', '失密泄密事件', {
			unit: '起',
			zeroBasis: '经保密检查，本年度未发生因公开政府信息造成的失密、泄密事件。',
		}),
		counted('villageGuidance', '指导村务公开', { fields: [textField('village', '村（社区）')] }),
		counted('rectification', '整改清单', {
			unit: '项',
			fields: [integerField('closed', '已完成整改', '项', { withinQuantity: true }), textField('from', '下发单位')],
		}),
		counted('periodicReview', '不予公开信息定期评估', {
			unit: '件',
			hint: '条例第十八条：定期评估审查，因情势变化可以公开的应当公开。',
			fields: [integerField('opened', '转为公开', '件', { withinQuantity: true })],
		}),
	],
};
