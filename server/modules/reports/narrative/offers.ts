import type { OfficeKind } from '../../offices/index.ts';
import type { ReportForm, SectionNumber } from '../model.ts';
import type { Facts } from './references.ts';
import { referencesIn } from './references.ts';

/** A paragraph offered for a section, with its figures as references. */
export interface Offer {
	readonly key: string;
	readonly section: SectionNumber;
	/** What it is about, on the button. */
	readonly label: string;
	readonly text: string;
}

interface OfferSpec extends Offer {
	/** Which offices and forms it is for; all where left out. */
	readonly when?: (about: { form: ReportForm; office: OfficeKind; year: number }) => boolean;
}

const NOTICE: Record<ReportForm, string> = {
	'2014': '《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》（国办发〔2014〕32号）',
	'2019':
		'《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）',
	'2021':
		'《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）',
};

const PARTS =
	'总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';

function preface(form: ReportForm): OfferSpec {
	return {
		key: `preface.${form}`,
		section: 0,
		label: '开头段',
		text: `根据《中华人民共和国政府信息公开条例》和${NOTICE[form]}要求，编制本报告。本报告由${PARTS}等六部分组成。报告中所列数据的统计期限自{{year}}年1月1日起至12月31日止。`,
		when: (about) => about.form === form,
	};
}

/** The five subjects of section one, Art 50 (1)–(5), and the sentences of practice for the others. */
const OFFERS: readonly OfferSpec[] = [
	preface('2014'),
	preface('2019'),
	preface('2021'),
	{
		key: 'contact',
		section: 0,
		label: '查阅和联系方式',
		text: '本报告电子版可在{{site}}查阅和下载。如对本报告有疑问，请与{{contactOffice}}联系（地址：{{address}}，邮政编码：{{postcode}}，联系电话：{{phone}}，电子邮箱：{{email}}）。',
	},
	{
		key: 'overall.proactive',
		section: 1,
		label: '主动公开',
		text: '（一）主动公开情况\n{{year}}年，{{office}}主动公开政府信息{{published}}条。',
	},
	{
		key: 'overall.interpretation',
		section: 1,
		label: '解读与回应',
		text: '全年发布政策解读稿件{{register.interpretation}}篇，回应公众关注热点{{register.concern}}次。',
	},
	{
		key: 'overall.onRequest',
		section: 1,
		label: '依申请公开',
		text: '（二）依申请公开情况\n本年度收到政府信息公开申请{{t3.new.total}}件，上年结转{{t3.carried_in.total}}件；办结{{t3.total.total}}件，其中予以公开{{t3.granted.total}}件、部分公开{{t3.partial.total}}件；结转下年度继续办理{{t3.carried_out.total}}件。',
		when: ({ form }) => form !== '2014',
	},
	{
		key: 'overall.management',
		section: 1,
		label: '政府信息管理',
		text: '（三）政府信息管理情况\n本年度制发行政规范性文件{{t2.normative.made}}件，废止{{t2.normative.repealed}}件，现行有效{{t2.normative.valid}}件。公开前逐件进行保密审查。',
		when: ({ form }) => form === '2021',
	},
	{
		key: 'overall.platform',
		section: 1,
		label: '平台建设',
		text: '（四）政府信息公开平台建设情况\n政府信息统一在县政府信息公开平台发布，设有信息检索、查阅、下载功能。',
	},
	{
		key: 'overall.supervision',
		section: 1,
		label: '监督保障',
		text: '（五）监督保障情况\n全年召开政府信息公开工作会议{{register.meeting}}次，举办培训{{register.trainingHeld}}次、接受培训{{register.trainingHeld.trainees}}人次。',
	},
	{
		key: 'overall.assessment',
		section: 1,
		label: '工作考核、社会评议和责任追究',
		text: '开展工作考核{{register.assessment}}次、社会评议{{register.socialEvaluation}}次，责任追究{{register.accountability}}人次。',
		// Art 50 (4) asks this of governments; a township is one.
		when: ({ office }) => office !== 'department',
	},
	{
		key: 'rectified',
		section: 5,
		label: '上年问题整改',
		text: '本年度接受监督检查和网站监测{{register.inspection}}次，指出问题{{register.inspection.found}}个，已完成整改{{register.inspection.rectified}}个。',
	},
	{
		key: 'fee',
		section: 6,
		label: '信息处理费',
		text: '依据《政府信息公开信息处理费管理办法》收取信息处理费情况：发出收费通知{{fee.notices}}件、总金额{{fee.charged}}元，实际收取{{fee.collected}}元。',
		// The fee rules took effect on 1 January 2021 (国办函〔2020〕109号).
		when: ({ year }) => year >= 2021,
	},
	{
		key: 'proposals',
		section: 6,
		label: '建议提案办理',
		text: '办理人大代表建议{{register.proposal.type=suggestion}}件、政协提案{{register.proposal.type=proposal}}件，公开办理复文{{register.proposal.published}}件。',
	},
];

/**
 * Paragraphs offered to whoever writes the report. One whose figures are not all known is offered with the keys it still
 * waits for, so that the clerk sees which register to keep.
 */
export function offersFor(
	about: { form: ReportForm; office: OfficeKind; year: number },
	facts: Facts,
): (Offer & { missing: string[] })[] {
	return OFFERS.filter((offer) => offer.when?.(about) ?? true).map(({ when: _, ...offer }) => ({
		...offer,
		missing: referencesIn(offer.text).filter((key) => (facts.get(key)?.value ?? null) === null),
	}));
}
