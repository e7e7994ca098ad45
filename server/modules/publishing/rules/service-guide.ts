/**
 * What a service guide has to tell, each with the words by which guides head it. 国办秘函〔2019〕19号 names 事项名称、设定依据、
 * 申请条件、办理材料 as read; the others are those of usual guides (law.md: the rest of the list was cut off).
 */
const ELEMENTS: Readonly<Record<string, RegExp>> = {
	设定依据: /(?:设定|办理|实施|法律|政策)依据/,
	申请条件: /(?:申请|受理|办理|申办|申报)(?:的)?条件/,
	办理材料: /(?:办理|申请|申报|申办|所需|提交|需要)(?:的)?材料/,
	办理流程: /(?:办理|申请|申办)?(?:流程|程序)/,
	办理时限: /(?:办理|办结|承诺|法定)(?:的)?(?:时限|期限)/,
	办理地点: /(?:办理|办公|受理)(?:的)?(?:地点|地址|窗口)/,
	联系电话: /(?:联系|咨询|服务|监督)(?:的)?电话|联系方式/,
};

const GUIDE = /(?:办事|办理|服务|申请)指南(?:（[^）]*）)?$/;

/** How many of them there are, beside the name, which is the title. */
export const SERVICE_ELEMENTS = Object.keys(ELEMENTS).length;

export function isServiceGuide(title: string): boolean {
	return GUIDE.test(title.trim());
}

/** Elements a service guide does not tell; none for what is no service guide. */
export function serviceGaps(title: string, text: string): string[] {
	if (!isServiceGuide(title)) return [];
	return Object.entries(ELEMENTS).flatMap(([label, pattern]) => (pattern.test(text) ? [] : [label]));
}
