import { describe, expect, it } from 'vitest';
import type { Form } from '../model/index.ts';
import { allAddresses, labelOf, layoutsOf, unitOf } from './index.ts';

/** Every printed line of a form as `address label unit`, written out by hand from law.md: the data must not drift. */
const stat = `
stat.1.1 一、主动公开情况 （一）主动公开政府信息数 条
stat.1.1.1 一、主动公开情况 其中：主动公开规范性文件数 条
stat.1.1.2 一、主动公开情况 制发规范性文件总数 件
stat.1.2.1 一、主动公开情况 1.政府公报公开政府信息数 条
stat.1.2.2 一、主动公开情况 2.政府网站公开政府信息数 条
stat.1.2.3 一、主动公开情况 3.政务微博公开政府信息数 条
stat.1.2.4 一、主动公开情况 4.政务微信公开政府信息数 条
stat.1.2.5 一、主动公开情况 5.其他方式公开政府信息数 条
stat.2.1 二、回应解读情况 （一）回应公众关注热点或重大舆情数 次
stat.2.2.1 二、回应解读情况 1.参加或举办新闻发布会总次数 次
stat.2.2.1a 二、回应解读情况 其中：主要负责同志参加新闻发布会次数 次
stat.2.2.2 二、回应解读情况 2.政府网站在线访谈次数 次
stat.2.2.2a 二、回应解读情况 其中：主要负责同志参加政府网站在线访谈次数 次
stat.2.2.3 二、回应解读情况 3.政策解读稿件发布数 篇
stat.2.2.4 二、回应解读情况 4.微博微信回应事件数 次
stat.2.2.5 二、回应解读情况 5.其他方式回应事件数 次
stat.3.1 三、依申请公开情况 （一）收到申请数 件
stat.3.1.1 三、依申请公开情况 1.当面申请数 件
stat.3.1.2 三、依申请公开情况 2.传真申请数 件
stat.3.1.3 三、依申请公开情况 3.网络申请数 件
stat.3.1.4 三、依申请公开情况 4.信函申请数 件
stat.3.1.5 三、依申请公开情况 5.其他形式 件
stat.3.2 三、依申请公开情况 （二）申请办结数 件
stat.3.2.1 三、依申请公开情况 1.按时办结数 件
stat.3.2.2 三、依申请公开情况 2.延期办结数 件
stat.3.3 三、依申请公开情况 （三）申请答复数 件
stat.3.3.1 三、依申请公开情况 1.属于已主动公开范围数 件
stat.3.3.2 三、依申请公开情况 2.同意公开答复数 件
stat.3.3.3 三、依申请公开情况 3.同意部分公开答复数 件
stat.3.3.4 三、依申请公开情况 4.不同意公开答复数 件
stat.3.3.4.a 三、依申请公开情况 其中：涉及国家秘密 件
stat.3.3.4.b 三、依申请公开情况 涉及商业秘密 件
stat.3.3.4.c 三、依申请公开情况 涉及个人隐私 件
stat.3.3.4.d 三、依申请公开情况 危及国家安全、公共安全、经济安全和社会稳定 件
stat.3.3.4.e 三、依申请公开情况 不是《条例》所指政府信息 件
stat.3.3.4.f 三、依申请公开情况 法律法规规定的其他情形 件
stat.3.3.5 三、依申请公开情况 5.不属于本行政机关公开数 件
stat.3.3.6 三、依申请公开情况 6.申请信息不存在数 件
stat.3.3.7 三、依申请公开情况 7.告知作出更改补充数 件
stat.3.3.8 三、依申请公开情况 8.告知通过其他途径办理数 件
stat.4 四、行政复议数量 件
stat.4.1 四、行政复议数量 （一）维持具体行政行为数 件
stat.4.2 四、行政复议数量 （二）被依法纠错数 件
stat.4.3 四、行政复议数量 （三）其他情形数 件
stat.5 五、行政诉讼数量 件
stat.5.1 五、行政诉讼数量 （一）维持具体行政行为或者驳回原告诉讼请求数 件
stat.5.2 五、行政诉讼数量 （二）被依法纠错数 件
stat.5.3 五、行政诉讼数量 （三）其他情形数 件
stat.6 六、被举报投诉数量 件
stat.6.1 六、被举报投诉数量 （一）维持具体行政行为数 件
stat.6.2 六、被举报投诉数量 （二）被纠错数 件
stat.6.3 六、被举报投诉数量 （三）其他情形数 件
stat.7 七、向图书馆、档案馆等查阅场所报送信息数 条
stat.7.1 七、向图书馆、档案馆等查阅场所报送信息数 （一）纸质文件数 条
stat.7.2 七、向图书馆、档案馆等查阅场所报送信息数 （二）电子文件数 条
stat.8 八、开通政府信息公开网站（或设立门户网站信息公开专栏）数 个
stat.8.1 八、开通政府信息公开网站（或设立门户网站信息公开专栏）数 （一）区县政府及其部门门户网站 个
stat.8.2 八、开通政府信息公开网站（或设立门户网站信息公开专栏）数 （二）乡镇政府（街道办事处）门户网站 个
stat.9.1 九、政府公报发行量 （一）公报发行期数 期
stat.9.2 九、政府公报发行量 （二）公报发行总份数 份
stat.10 十、设置政府信息查阅点数 个
stat.10.1 十、设置政府信息查阅点数 （一）区县政府及其部门 个
stat.10.2 十、设置政府信息查阅点数 （二）乡镇政府（街道办事处） 个
stat.11 十一、查阅点接待人数 人次
stat.11.1 十一、查阅点接待人数 （一）区县政府及其部门 人次
stat.11.2 十一、查阅点接待人数 （二）乡镇政府（街道办事处） 人次
stat.12.1 十二、机构建设和保障经费情况 （一）政府信息公开工作专门机构数 个
stat.12.2 十二、机构建设和保障经费情况 （二）从事政府信息公开工作人员数 人
stat.12.2.1 十二、机构建设和保障经费情况 1.专职人员数 人
stat.12.2.2 十二、机构建设和保障经费情况 2.兼职人员数 人
stat.12.3 十二、机构建设和保障经费情况 （三）政府信息公开专项经费 万元
stat.13.1 十三、政府信息公开会议和培训情况 （一）召开政府信息公开工作会议或专题会议数 次
stat.13.2 十三、政府信息公开会议和培训情况 （二）举办各类培训班数 次
stat.13.3 十三、政府信息公开会议和培训情况 （三）接受培训人员数 人次`;

const table2Of2019 = `
t2.regulation.made 规章·本年新制作数量 件
t2.regulation.published 规章·本年新公开数量 件
t2.regulation.total 规章·对外公开总数量 件
t2.normative.made 规范性文件·本年新制作数量 件
t2.normative.published 规范性文件·本年新公开数量 件
t2.normative.total 规范性文件·对外公开总数量 件
t2.license.prev 行政许可·上一年项目数量 项
t2.license.delta 行政许可·本年增/减 项
t2.license.decisions 行政许可·处理决定数量 件
t2.otherService.prev 其他对外管理服务事项·上一年项目数量 项
t2.otherService.delta 其他对外管理服务事项·本年增/减 项
t2.otherService.decisions 其他对外管理服务事项·处理决定数量 件
t2.punish.prev 行政处罚·上一年项目数量 项
t2.punish.delta 行政处罚·本年增/减 项
t2.punish.decisions 行政处罚·处理决定数量 件
t2.force.prev 行政强制·上一年项目数量 项
t2.force.delta 行政强制·本年增/减 项
t2.force.decisions 行政强制·处理决定数量 件
t2.fee.prev 行政事业性收费·上一年项目数量 项
t2.fee.delta 行政事业性收费·本年增/减 项
t2.procurement.count 政府集中采购·采购项目数量 项
t2.procurement.yuan 政府集中采购·采购总金额 元`;

const table2Of2021 = `
t2.regulation.made 规章·本年制发件数 件
t2.regulation.repealed 规章·本年废止件数 件
t2.regulation.valid 规章·现行有效件数 件
t2.normative.made 行政规范性文件·本年制发件数 件
t2.normative.repealed 行政规范性文件·本年废止件数 件
t2.normative.valid 行政规范性文件·现行有效件数 件
t2.license.decisions 行政许可·本年处理决定数量 件
t2.punish.decisions 行政处罚·本年处理决定数量 件
t2.force.decisions 行政强制·本年处理决定数量 件
t2.fee.wan 行政事业性收费·本年收费金额（单位：万元） 万元`;

const results = '三、本年度办理结果';
const shared = `
t3.new.total 一、本年新收政府信息公开申请数量·总计 件
t3.carried_in.total 二、上年结转政府信息公开申请数量·总计 件
t3.granted.total ${results} （一）予以公开·总计 件
t3.partial.total ${results} （二）部分公开（区分处理的，只计这一情形，不计其他情形）·总计 件
t3.deny.secret.total ${results} （三）不予公开 1.属于国家秘密·总计 件
t3.deny.law.total ${results} （三）不予公开 2.其他法律行政法规禁止公开·总计 件
t3.deny.safety.total ${results} （三）不予公开 3.危及“三安全一稳定”·总计 件
t3.deny.third.total ${results} （三）不予公开 4.保护第三方合法权益·总计 件
t3.deny.internal.total ${results} （三）不予公开 5.属于三类内部事务信息·总计 件
t3.deny.process.total ${results} （三）不予公开 6.属于四类过程性信息·总计 件
t3.deny.case.total ${results} （三）不予公开 7.属于行政执法案卷·总计 件
t3.deny.query.total ${results} （三）不予公开 8.属于行政查询事项·总计 件
t3.unable.none.total ${results} （四）无法提供 1.本机关不掌握相关政府信息·总计 件
t3.unable.create.total ${results} （四）无法提供 2.没有现成信息需要另行制作·总计 件
t3.unable.unclear.total ${results} （四）无法提供 3.补正后申请内容仍不明确·总计 件
t3.reject.petition.total ${results} （五）不予处理 1.信访举报投诉类申请·总计 件
t3.reject.repeat.total ${results} （五）不予处理 2.重复申请·总计 件
t3.reject.publication.total ${results} （五）不予处理 3.要求提供公开出版物·总计 件
t3.reject.massive.total ${results} （五）不予处理 4.无正当理由大量反复申请·总计 件
t3.reject.confirm.total ${results} （五）不予处理 5.要求行政机关确认或重新出具已获取信息·总计 件`;
const otherOf2019 = `
t3.other.total ${results} （六）其他处理·总计 件`;
const otherOf2021 = `
t3.other.correct.total ${results} （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·总计 件
t3.other.fee.total ${results} （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·总计 件
t3.other.misc.total ${results} （六）其他处理 3.其他·总计 件`;
const closing = `
t3.total.total ${results} （七）总计·总计 件
t3.carried_out.total 四、结转下年度继续办理·总计 件`;

const cases = `
t4.review.maintained 行政复议·结果维持 件
t4.review.corrected 行政复议·结果纠正 件
t4.review.other 行政复议·其他结果 件
t4.review.pending 行政复议·尚未审结 件
t4.review.total 行政复议·总计 件
t4.direct.maintained 行政诉讼 未经复议直接起诉·结果维持 件
t4.direct.corrected 行政诉讼 未经复议直接起诉·结果纠正 件
t4.direct.other 行政诉讼 未经复议直接起诉·其他结果 件
t4.direct.pending 行政诉讼 未经复议直接起诉·尚未审结 件
t4.direct.total 行政诉讼 未经复议直接起诉·总计 件
t4.afterReview.maintained 行政诉讼 复议后起诉·结果维持 件
t4.afterReview.corrected 行政诉讼 复议后起诉·结果纠正 件
t4.afterReview.other 行政诉讼 复议后起诉·其他结果 件
t4.afterReview.pending 行政诉讼 复议后起诉·尚未审结 件
t4.afterReview.total 行政诉讼 复议后起诉·总计 件`;

function written(form: Form, wanted: (address: string) => boolean): string[] {
	return allAddresses(form)
		.filter(wanted)
		.map((address) => `${address} ${labelOf(address, form)} ${unitOf(address, form)}`);
}

const lines = (text: string) => text.trim().split('\n');
const inTotals = (address: string) => address.startsWith('t3.') && address.endsWith('.total');

describe('the labels and units of every cell', () => {
	it('of the 2014 table', () => {
		expect(written('2014', () => true)).toEqual(lines(stat));
	});

	it('of table 2 in both forms', () => {
		expect(written('2019', (address) => address.startsWith('t2.'))).toEqual(lines(table2Of2019));
		expect(written('2021', (address) => address.startsWith('t2.'))).toEqual(lines(table2Of2021));
	});

	it('of the rows of table 3 in both forms', () => {
		expect(written('2019', inTotals)).toEqual(lines(shared + otherOf2019 + closing));
		expect(written('2021', inTotals)).toEqual(lines(shared + otherOf2021 + closing));
	});

	it('of the columns of table 3', () => {
		const columns = written('2021', (address) => address.startsWith('t3.new.')).map((line) => /·(\S+)/.exec(line)?.[1]);
		expect(columns).toEqual(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']);
	});

	it('of table 4', () => {
		expect(written('2021', (address) => address.startsWith('t4.'))).toEqual(lines(cases));
		expect(written('2019', (address) => address.startsWith('t4.'))).toEqual(lines(cases));
	});
});

describe('the printed heads', () => {
	const heads = (form: '2014' | '2019' | '2021', table: number) =>
		layoutsOf(form)
			[table]?.cells.filter(({ kind }) => kind === 'head' || kind === 'band')
			.map(({ row, col, text }) => `${row},${col} ${text}`);

	it('of table 3 stand in three rows', () => {
		expect(heads('2021', 1)).toEqual([
			'0,0 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
			'0,3 申请人情况',
			'1,3 自然人',
			'1,4 法人或其他组织',
			'1,9 总计',
			'2,4 商业企业',
			'2,5 科研机构',
			'2,6 社会公益组织',
			'2,7 法律服务机构',
			'2,8 其他',
		]);
	});

	it('of table 2 name the items of Article 20', () => {
		const articles = (form: '2019' | '2021') => heads(form, 0)?.filter((head) => head.includes('第二十条'));
		expect(articles('2019')).toEqual([
			'0,0 第二十条第（一）项',
			'4,0 第二十条第（五）项',
			'8,0 第二十条第（六）项',
			'12,0 第二十条第（八）项',
			'15,0 第二十条第（九）项',
		]);
		expect(articles('2021')).toEqual([
			'0,0 第二十条第（一）项',
			'4,0 第二十条第（五）项',
			'7,0 第二十条第（六）项',
			'11,0 第二十条第（八）项',
		]);
	});

	it('of the 2014 table are three', () => {
		expect(heads('2014', 0)).toEqual(['0,0 统计指标', '0,1 单位', '0,2 统计数']);
	});
});
