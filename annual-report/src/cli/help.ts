/** What `gongkai report --help` prints. */
export const help = `用法：gongkai report <命令> 文件… [选项]

命令
  read     读出报告：格式、单元格、标题、叙述中的数字
  audit    审核报告：勾稽关系、叙述与表格、跨年度、跨单位
  sum      把各单位的报告汇总到县
  compare  比较几个年度或几个单位的报告
  render   把报告输出为其他格式
  rules    列出审核规则

文件可以是 html、docx、doc、pdf、xlsx、txt、md，也可以是文件夹。

选项
  --json               每行一个 JSON 对象
  --format text|json|csv
  --profile import|county   audit：按外来报告（默认）或按报送县里的要求
  --similarity 0.7          audit：正文相同达到这一比例的，视为内容雷同
  --evidence 文件.json      audit：文件之外的依据，以文件名或「*」为键
  --not-checked             audit --json：同时列出未核对的规则
  --own 文件                sum：县本级的报告
  --total 文件              sum：县里公布的汇总报告，逐格核对
  --expect 名单.txt         sum：应报单位，每行一个
  --joint 文件.json         sum：联合办理、需要扣除的申请
  --year 年份               sum：只汇总这一年度
  --to html|docx|pdf|xlsx|csv|json   render：输出格式
  -o 文件                   render：输出文件

退出码：0 没有错误；1 有程度为「错误」的问题；2 有文件无法读取，或用法不对。
`;
