/** What the demo's offices write in section five: each its own, since sameness with others is a finding (N-SIM). */
export const PROBLEMS: Readonly<Record<string, readonly { problem: string; measure: string }[]>> = {
	xianfuban: [
		{
			problem: '个别单位栏目更新间隔过长，季节性工作信息集中在年底补发。',
			measure: '按季公布栏目更新情况，对连续两次超期的单位发函督办，并纳入年度考核扣分项。',
		},
		{
			problem: '部分乡镇答复文书引用条款不准确。',
			measure: '统一下发文书模板，组织两次案例评析，答复前由县政务公开办公室提供条款核对。',
		},
	],
	minzhengju: [
		{
			problem: '救助公示内容要素不统一，群众不易看懂补助标准。',
			measure: '编制救助公示样表，公示前由业务股室和办公室双重核对，标准变动时同步公布口径。',
		},
	],
	caizhengju: [
		{
			problem: '预决算说明专业术语较多，解释不够通俗。',
			measure: '随预决算一并公布名词解释和图表说明，邀请群众代表试读后再发布。',
		},
	],
	wangxi: [
		{
			problem: '站所报送信息不够及时，个别工程进度信息晚于完工才公开。',
			measure: '把信息报送列入站所月度工作清单，由信息员每周五提醒，逾期的在镇务会上说明原因。',
		},
		{
			problem: '依申请公开检索记录填写过于简单。',
			measure: '使用系统检索登记，写明检索地点、关键词和结果，归档前由审核人抽查。',
		},
	],
	liuan: [
		{
			problem: '沿河村群众通过网络查阅信息不便。',
			measure: '在渡口和便民服务点增设两处纸质查阅点，按月更换公示材料。',
		},
	],
	qinghe: [
		{
			problem: '政策解读形式单一，多为文字材料。',
			measure: '结合春耕、防汛开展现场讲解，把常见问题整理成问答在栏目中长期保留。',
		},
	],
	shibu: [
		{
			problem: '同一事项被重复申请，前期主动公开不够充分。',
			measure: '对重复申请较多的岸线整治事项，经审查后主动公开可以公开的部分，并在首页设置入口。',
		},
	],
	luzhou: [
		{
			problem: '信息员更换后对流程不熟悉，一季度信息发布偏少。',
			measure: '建立交接清单和带教制度，新任信息员一个月内完成全部流程的操作考核。',
		},
	],
};
