const WORDS: Readonly<Record<string, string>> = {
	before: '修改前',
	after: '修改后',
	reason: '原因',
	role: '角色',
	from: '自',
	until: '至',
	on: '日期',
	into: '并入',
	name: '名称',
	people: '人数',
	fields: '修改项',
	key: '设置项',
	year: '年份',
	sessionsEnded: '结束的登录数',
	noticeId: '通知编号',
	officeId: '机关编号',
	personId: '人员编号',
	text: '关键词',
	who: '操作人',
	event: '事件',
	outcome: '结果',
};

/** What the server wrote down beside an entry, one line each. Names without a word of ours stay as they are: this is evidence. */
export function dataLines(data: Readonly<Record<string, unknown>>): string[] {
	return Object.entries(data)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([key, value]) => `${WORDS[key] ?? key}：${textOf(value)}`);
}

function textOf(value: unknown): string {
	if (Array.isArray(value)) return value.map(textOf).join('、') || '无';
	if (typeof value !== 'object' || value === null) return String(value);
	return dataLines(value as Record<string, unknown>).join('；') || '无';
}
