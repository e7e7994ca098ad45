import type { RegisterGroup, RegisterKind } from '../model.ts';
import { counted, into, stock, textField } from './define.ts';

const OWN_NAME = '以本机关名义作出的处理决定；受托以其他机关名义作出的，由委托机关统计。';

function decisions(key: string, label: string, row: string, in2021 = true): RegisterKind {
	const of2021 = in2021 ? into(['2021', `t2.${row}.decisions`]) : [];
	return counted(key, `${label}处理决定`, {
		unit: '件',
		hint: OWN_NAME,
		fields: [textField('matter', '事项名称')],
		feeds: [...of2021, ...into(['2019', `t2.${row}.decisions`])],
		zeroBasis: `经核对${label}案卷和业务系统，本年度未以本机关名义作出${label}处理决定。`,
	});
}

/** The item list of one kind of power: the 2019 form asks for last year's number and the change. */
function items(key: string, label: string, row: string): RegisterKind {
	return stock(key, `${label}项目`, {
		unit: '项',
		hint: '权责清单中本机关实施的项目总数；清单调整时登记调整后的总数。',
		feeds: [
			{ form: '2019', address: `t2.${row}.prev`, when: 'lastYear' },
			{ form: '2019', address: `t2.${row}.delta`, when: 'change' },
		],
		zeroBasis: `经核对权责清单，本机关没有${label}项目。`,
	});
}

/** What Article 20 items (五)(六)(八)(九) ask about, table 2 of both forms. */
export const administration: RegisterGroup = {
	key: 'administration',
	label: '行政管理与服务',
	kinds: [
		decisions('license', '行政许可', 'license'),
		items('licenseItem', '行政许可', 'license'),
		decisions('punish', '行政处罚', 'punish'),
		items('punishItem', '行政处罚', 'punish'),
		decisions('force', '行政强制', 'force'),
		items('forceItem', '行政强制', 'force'),
		decisions('otherService', '其他对外管理服务事项', 'otherService', false),
		items('otherServiceItem', '其他对外管理服务事项', 'otherService'),
		counted('fee', '行政事业性收费', {
			unit: '万元',
			decimals: 6,
			hint: '依本机关收费项目实际收取的金额，单位为万元；1元登记为0.0001。',
			fields: [textField('item', '收费项目')],
			feeds: into(['2021', 't2.fee.wan']),
			zeroBasis: '经核对非税收入票据，本年度未收取行政事业性收费。',
		}),
		items('feeItem', '行政事业性收费', 'fee'),
		counted('procurement', '政府集中采购', {
			unit: '项',
			fields: [
				{ key: 'yuan', label: '采购金额', type: 'amount', unit: '元', decimals: 2, required: true },
				textField('project', '采购项目'),
			],
			feeds: [...into(['2019', 't2.procurement.count']), { form: '2019', address: 't2.procurement.yuan', of: 'yuan' }],
			zeroBasis: '经核对政府采购合同，本年度没有集中采购项目。',
		}),
	],
};
