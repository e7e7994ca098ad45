import type { Form } from '../model/index.ts';
import type { CountRule, Topic } from './rules.ts';

const only = (form: Form, code: string): string[] => (form === '2014' ? [`stat.${code}`] : []);

const line = (code: string, lead: string, units: RegExp, topic?: Topic, within?: readonly Topic[]): CountRule => ({
	lead: new RegExp(`${lead}(?:共|共计|总数|数量|数|为|有|达|了){0,2}$`),
	units,
	needsRefs: true,
	...(topic ? { topic } : {}),
	...(within ? { within } : {}),
	refs: ({ form }) => only(form, code),
});

const items = /^(?:条次?|件|份|篇)$/;
const times = /^(?:次|场|期|个|班)$/;
const requests = /^(?:件次?|条|份|宗|起)$/;
const words = '[^，。；：\\d]';

/** Counts that only the lines of the 2014 table hold. 「参加」 a training is not 「举办」 one and is left out. */
export const statRules: readonly CountRule[] = [
	line('3.2.1', '按时办结', requests, 'requests'),
	line('3.2.2', '延期办结', requests, 'requests'),
	line('3.2', `办结${words}{0,12}申请`, requests, 'requests'),
	line('3.3', `答复${words}{0,12}申请`, requests, 'requests'),
	line('3.1.1', '当面申请', requests, 'requests'),
	line('3.1.2', '传真申请', requests, 'requests'),
	line('3.1.3', '(?:网络|网上|电子邮件)申请', requests, 'requests'),
	line('3.1.4', '(?:信函|信件)申请', requests, 'requests'),
	line('3.3.6', '(?:申请)?信息不存在', requests, 'requests', ['requests']),
	line('3.3.1', '属于已主动公开(?:范围)?', requests, 'requests', ['requests']),
	line('1.2.1', `政府公报${words}{0,6}公开${words}{0,10}信息`, items, 'published'),
	line('1.2.2', `(?:政府)?(?:门户)?网站${words}{0,6}公开${words}{0,10}信息`, items, 'published'),
	line('1.2.3', `政务微博${words}{0,6}公开${words}{0,10}信息`, items, 'published'),
	line('1.2.4', `政务微信${words}{0,6}公开${words}{0,10}信息`, items, 'published'),
	line('1.1.1', `主动公开${words}{0,6}规范性文件`, items, 'documents'),
	line('1.1.2', `(?:制发|制定|出台|印发)${words}{0,6}规范性文件`, items, 'documents'),
	line('2.2.1', `新闻发布会`, times),
	line('2.2.2', `在线访谈`, times),
	line('2.2.3', `政策解读(?:稿件|材料|信息)?`, /^(?:篇|条|件|个)$/),
	line('6', `(?:举报投诉|投诉举报|被举报)(?:案件)?`, requests),
	line('9.1', `公报`, /^期$/),
	line('9.2', `公报`, /^份$/),
	line('10', `(?:设置|设立|设有|建立)${words}{0,10}查阅(?:点|场所)`, /^(?:个|处)$/),
	line('11', `(?:接待|查阅)${words}{0,10}`, /^人次$/),
	line('12.3', `(?:专项)?经费`, /^万元$/),
	line('13.1', `(?:召开|组织)${words}{0,14}会议`, times),
	line('13.2', `(?:举办|组织|开展)(?!参加)${words}{0,14}培训(?:班|会)?`, times),
	line('13.3', `培训${words}{0,8}(?:人员)?`, /^人次?$/),
];
