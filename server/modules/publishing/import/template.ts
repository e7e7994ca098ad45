import type { RowSheet } from '../../../platform/row-sheet.ts';
import { documentType, TYPE_KEYS } from '../types.ts';

const TYPES = TYPE_KEYS.map(documentType).filter(({ made }) => !made);

/** The sheet people fill in for 批量导入; what an old system writes may bear other names (`record.ts`). */
export const IMPORT_SHEET: RowSheet<string> = {
	title: '政府信息',
	counted: ['条', '信息'],
	maxRows: 1000,
	columns: [
		{ field: 'key', header: '编号', width: 12, example: '2019-0012' },
		{ field: 'title', header: '标题', required: true, width: 48, example: '关于做好2019年防汛工作的通知' },
		{ field: 'office', header: '公开机关', width: 18, example: '' },
		{ field: 'issuer', header: '发文机关', width: 24, example: '' },
		{ field: 'column', header: '栏目', width: 16, example: '通知公告' },
		{
			field: 'type',
			header: '信息类型',
			width: 16,
			example: '',
			choices: TYPES.map(({ label }) => label),
		},
		{ field: 'documentNumber', header: '文号', width: 20, example: '' },
		{ field: 'indexNumber', header: '索引号', width: 24, example: '' },
		{ field: 'formedOn', header: '成文日期', required: true, width: 14, example: '2019-04-18' },
		{ field: 'publishedAt', header: '发布时间', width: 18, example: '2019-04-20 09:00' },
		{ field: 'expiresOn', header: '有效期至', width: 14, example: '' },
		{ field: 'theme', header: '主题分类', width: 18, example: '' },
		{ field: 'genre', header: '体裁', width: 12, example: '' },
		{ field: 'keywords', header: '关键词', width: 20, example: '防汛；应急' },
		{ field: 'summary', header: '内容概述', width: 36, example: '' },
		{ field: 'html', header: '正文', width: 60, example: '各乡镇：汛期将至，请做好以下工作。' },
		{ field: 'status', header: '有效性', width: 10, example: '' },
		{ field: 'url', header: '原网址', width: 30, example: '' },
		{ field: 'files', header: '附件', width: 30, example: '附件/应急预案.docx；附件/值班表.xlsx' },
	],
	help: [
		'每行一条已经在其他系统公开的信息。带 * 的列必填；发布时间没有时，按成文日期。',
		'「编号」在同一来源中不重复：同一编号只导入一次，中断后可以继续。没有编号时，依次以原网址、索引号、成文日期加标题区分。',
		'「附件」写文件在压缩包中的路径，多个用分号隔开；请把本表和附件文件夹一起打包为 zip 上传。',
		'正文可以是文字，也可以是网页代码（HTML），网页代码中的脚本和样式会去掉。',
		'逐条检查个人信息：发现疑似个人信息，或者附件无法检查的，作为拟稿导入，不会直接公开。',
	],
};
