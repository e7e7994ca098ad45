import type { Spot } from './spot.ts';

/** 困境、疾病、受罚: beside a name they make sensitive personal data (个人信息保护法第二十八条). */
const SITUATION =
	/低保|特困|五保|残疾[人证]?|(?:[一二三四]级)?(?:肢体|视力|听力|言语|智力|精神)残疾|艾滋|肺结核|精神(?:病|障碍)|癫痫|肿瘤|癌|尿毒症|乙肝|吸毒|戒毒|社区矫正|刑满释放|贫困户|脱贫户|监测户|孤儿|困境儿童|留守儿童|临时救助|医疗救助|大病救助|患有|流产|收养/g;

const SURNAMES =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文葛';
const COMPOUND = '欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒';
/** A name that stands by itself in a cell, or in a list of names. */
const NAME = new RegExp(`^(?:(?:${COMPOUND})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})$`);
/** Words that look like a name and stand in the heads and cells of lists. */
const NO_NAME =
	/^(?:高度|高中|高龄|方式|方案|金额|常住|万元|文件|文号|文化|任务|程序|周期|周岁|段落|江苏|白天|白内障|康复|石油|马上|何时|何种|余额|余款|向上|林地|林业|田地|水田|陆续|顾问|安全|夏季|秋季|成员|成年|路线|时间|关系|单位|毛重|金融|龙头|钱款|严重|易地|常见|方向|于是|许可|汤药|孔径|武装|黄色|白色|黄金|石材|陶瓷|雷达|程度|童年|钟点|江河|林场|林木|马路|高压|高血压|方米|平方米|万人|万户|向阳|常规|常年|严格|任职|任期|史料|文书|文盲|文字|丁等|石膏|金属|叶酸|白血病|石化|孟加拉|高校|高级|方法|何人|余户|于\S)$/;
/** Before the name of whoever handles a matter, whose work it is to be named. */
const HANDLES =
	/(?:联系人|经办人|承办人|责任人|负责人|审核人|填表人|制表人|起草人|解读人|咨询人|受理人|发布人)(?:姓名)?[：:\s]*$/;
const TOKEN = /[\u4e00-\u9fff]+/g;
/** How many cells may lie between the name and the word. */
const REACH = 6;

/** Names of persons that stand beside what must not be known of them, such as a list of who gets an allowance and why. */
export function findSituations(text: string): Spot<'situation'>[] {
	const found: Spot<'situation'>[] = [];
	for (const { line, at } of rowsOf(text)) {
		const told = [...line.matchAll(SITUATION)];
		if (told.length === 0) continue;
		const tokens = [...line.matchAll(TOKEN)];
		const marks = told.map(({ index }) => tokens.findIndex((token) => index < token.index + token[0].length));
		tokens.forEach((token, place) => {
			if (!NAME.test(token[0]) || NO_NAME.test(token[0]) || HANDLES.test(line.slice(0, token.index))) return;
			if (marks.some((mark) => Math.abs(mark - place) <= REACH))
				found.push({ kind: 'situation', at: at + token.index, length: token[0].length });
		});
	}
	return found;
}

/** What stands in one cell: a few characters, or a number however long. A line with tabs is a row already. */
const CELL = /^\s*(?:\S[^\n\t]{0,15}|[0-9Xx*＊０-９ -]{1,30})\s*$/;

/** A row of a list: a line, and where a file parts its cells by line ends, a run of short lines. */
function rowsOf(text: string): { line: string; at: number }[] {
	const rows: { line: string; at: number }[] = [];
	let at = 0;
	let run: { line: string; at: number } | null = null;
	for (const line of text.split('\n')) {
		const isCell = CELL.test(line);
		if (isCell && run && run.line.split('\n').length < REACH * 2) run.line += `\n${line}`;
		else {
			run = { line, at };
			rows.push(run);
			if (!isCell) run = null;
		}
		at += line.length + 1;
	}
	return rows;
}
