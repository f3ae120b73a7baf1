-- The forms (申报表, research.md §3.2, §3.3): data. A version is added and never changed, because an
-- application keeps the version on which it was written. Self-scores follow edition 1 of the rubrics.
create table application_forms (
    category   text     not null check (category in ('RED_GARDENER', 'RED_READING_ROOM', 'RED_CLASSROOM', 'RED_BASE')),
    version    smallint not null check (version > 0),
    definition jsonb    not null,
    primary key (category, version),
    constraint it_says_what_it_is check (
        definition ->> 'category' = category and (definition ->> 'version')::int = version)
);
revoke update, delete on application_forms from ${app};

insert into application_forms values ('RED_GARDENER', 1, $form$
{"category": "RED_GARDENER", "version": 1, "minutes": 45,
 "undertaking": "本表内容真实，材料由本单位核实，已按规定在校内公示；如有不实，愿承担责任。",
 "sections": [
  {"title": "基本信息",
   "fields": [
    {"kind": "text", "key": "title", "label": "姓名", "hint": "申报的教师姓名。", "optional": false, "max": 25, "rows": 1, "blind": "NAMES"},
    {"kind": "choice", "key": "origin", "label": "推荐或打造", "hint": "两者都计入每校的最低数。", "optional": false, "several": false, "options": [{"value": "RECOMMENDED", "label": "推荐（本校已有，择优推荐）"}, {"value": "BUILT", "label": "打造（本年度新建）"}]},
    {"kind": "text", "key": "summary", "label": "概要", "hint": "列表和公示中显示的就是这一段。", "optional": false, "max": 300, "rows": 3},
    {"kind": "choice", "key": "gender", "label": "性别", "optional": false, "several": false, "options": [{"value": "M", "label": "男"}, {"value": "F", "label": "女"}]},
    {"kind": "month", "key": "birthMonth", "label": "出生年月", "hint": "对外只公布年份。", "optional": false},
    {"kind": "choice", "key": "politicalStatus", "label": "政治面貌", "hint": "“红色园丁”从党员教师中推荐。", "optional": false, "several": false, "options": [{"value": "PARTY_MEMBER", "label": "中共党员"}, {"value": "PROBATIONARY", "label": "中共预备党员"}]},
    {"kind": "month", "key": "joinedParty", "label": "入党年月", "optional": false, "when": {"field": "politicalStatus", "is": ["PARTY_MEMBER"]}},
    {"kind": "choice", "key": "phase", "label": "任教学段", "optional": false, "several": false, "options": [{"value": "KINDERGARTEN", "label": "幼儿园"}, {"value": "PRIMARY", "label": "小学"}, {"value": "JUNIOR", "label": "初中"}, {"value": "SENIOR", "label": "高中"}]},
    {"kind": "text", "key": "subject", "label": "任教学科", "hint": "幼儿园填写所带班级。", "optional": false, "max": 20, "rows": 1},
    {"kind": "text", "key": "position", "label": "职务", "optional": false, "max": 30, "rows": 1},
    {"kind": "yesNo", "key": "head", "label": "是否为校（园）领导", "hint": "校领导所占比例可能受限。", "optional": false},
    {"kind": "text", "key": "professionalTitle", "label": "职称", "optional": true, "max": 30, "rows": 1},
    {"kind": "amount", "key": "teachingYears", "label": "从教年限", "optional": false, "min": 0, "max": 50, "unit": "年"}]},
  {"title": "五个角色",
   "hint": "各写一件最能说明问题的事。盲评时也读这一部分。",
   "fields": [
    {"kind": "text", "key": "roleIdeas", "label": "教育理念的实践者", "optional": false, "max": 200, "rows": 3, "blind": "READ"},
    {"kind": "text", "key": "roleEthics", "label": "师德建设的示范者", "optional": false, "max": 200, "rows": 3, "blind": "READ"},
    {"kind": "text", "key": "roleCourses", "label": "课程创新的带头者", "optional": false, "max": 200, "rows": 3, "blind": "READ"},
    {"kind": "text", "key": "roleGrowth", "label": "学生成长的引路者", "optional": false, "max": 200, "rows": 3, "blind": "READ"},
    {"kind": "text", "key": "roleHeritage", "label": "红色精神的传承者", "optional": false, "max": 200, "rows": 3, "blind": "READ"}]},
  {"title": "主要内容",
   "hint": "盲评时只读这一部分，姓名和校名会隐去；请不要在文字里写其他人的姓名。",
   "fields": [
    {"kind": "text", "key": "deeds", "label": "主要事迹", "optional": false, "max": 1500, "rows": 8, "blind": "READ"},
    {"kind": "text", "key": "effect", "label": "成效", "hint": "谁受益，怎样衡量。", "optional": false, "max": 500, "rows": 4, "blind": "READ"},
    {"kind": "text", "key": "teachingLink", "label": "与教育教学结合", "hint": "结合到哪门课、哪项教育教学工作，怎样避免“两张皮”。", "optional": false, "max": 300, "rows": 3, "blind": "READ"},
    {"kind": "table", "key": "teachingItems", "label": "所结合的教育教学工作", "hint": "至少一项。", "optional": false, "min": 1, "max": 5, "columns": [
      {"kind": "text", "key": "item", "label": "课程、班会或工作名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "choice", "key": "kind", "label": "类型", "optional": false, "several": false, "options": [{"value": "LESSON", "label": "课堂教学"}, {"value": "CLASS_MEETING", "label": "班队会"}, {"value": "RESEARCH", "label": "教研活动"}, {"value": "AFTER_CLASS", "label": "课后服务"}, {"value": "DUTY", "label": "日常工作"}]}]},
    {"kind": "text", "key": "mechanism", "label": "长效机制", "hint": "由谁负责、多久一次、经费和人员怎样保证。", "optional": false, "max": 300, "rows": 3, "blind": "READ"}]},
  {"title": "经历",
   "fields": [
    {"kind": "table", "key": "lectures", "label": "上党课与宣讲", "optional": true, "min": 0, "max": 10, "columns": [
      {"kind": "text", "key": "topic", "label": "题目", "optional": false, "max": 50, "rows": 1},
      {"kind": "day", "key": "on", "label": "日期", "optional": false},
      {"kind": "text", "key": "audience", "label": "对象", "optional": false, "max": 30, "rows": 1}]},
    {"kind": "table", "key": "reforms", "label": "教学改革与课程", "optional": true, "min": 0, "max": 5, "columns": [
      {"kind": "text", "key": "name", "label": "名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "text", "key": "role", "label": "本人承担的工作", "optional": false, "max": 50, "rows": 1}]},
    {"kind": "table", "key": "honours", "label": "所获荣誉", "hint": "仅供了解，不按级别计分。", "optional": true, "min": 0, "max": 5, "columns": [
      {"kind": "text", "key": "name", "label": "名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "amount", "key": "year", "label": "年份", "optional": false, "min": 1970, "max": 2100}]},
    {"kind": "choice", "key": "ethicsLastYear", "label": "上一年度师德考核", "optional": false, "several": false, "options": [{"value": "EXCELLENT", "label": "优秀"}, {"value": "QUALIFIED", "label": "合格"}, {"value": "UNQUALIFIED", "label": "不合格"}, {"value": "NONE", "label": "未参加考核"}]},
    {"kind": "choice", "key": "ethicsYearBefore", "label": "再上一年度师德考核", "optional": false, "several": false, "options": [{"value": "EXCELLENT", "label": "优秀"}, {"value": "QUALIFIED", "label": "合格"}, {"value": "UNQUALIFIED", "label": "不合格"}, {"value": "NONE", "label": "未参加考核"}]},
    {"kind": "yesNo", "key": "disciplined", "label": "近两年是否受过处分或正在接受审查", "optional": false},
    {"kind": "text", "key": "disciplineNote", "label": "处分或审查情况", "optional": false, "when": {"field": "disciplined", "is": ["true"]}, "max": 200, "rows": 3},
    {"kind": "text", "key": "ownWords", "label": "本人意见", "optional": false, "max": 200, "rows": 3}]},
  {"title": "自评与佐证",
   "fields": [
    {"kind": "scores", "key": "selfScore", "label": "对照评分细则自评", "hint": "与评审所用的细则相同；自评分只供对照，不计入得分。", "optional": false, "criteria": [
      {"code": "ideals", "part": "政治素质与红色传承", "name": "理想信念坚定", "maxPoints": 8000},
      {"code": "red-lectures", "part": "政治素质与红色传承", "name": "开展红色宣讲", "maxPoints": 12000},
      {"code": "member-duties", "part": "政治素质与红色传承", "name": "履行党员义务", "maxPoints": 5000},
      {"code": "ethics", "part": "师德示范", "name": "师德表现", "maxPoints": 12000},
      {"code": "care", "part": "师德示范", "name": "关爱学生", "maxPoints": 8000},
      {"code": "teaching-reform", "part": "教学改革与课程创新", "name": "教学改革", "maxPoints": 10000},
      {"code": "ideology-in-lessons", "part": "教学改革与课程创新", "name": "思政融入课程", "maxPoints": 10000},
      {"code": "leading-others", "part": "教学改革与课程创新", "name": "示范带头", "maxPoints": 5000},
      {"code": "guiding-students", "part": "学生成长引路", "name": "引导学生成长", "maxPoints": 15000},
      {"code": "party-members", "part": "群众公认", "name": "党员认可", "maxPoints": 5000},
      {"code": "staff", "part": "群众公认", "name": "教职工认可", "maxPoints": 5000},
      {"code": "parents", "part": "群众公认", "name": "家长认可", "maxPoints": 5000}]},
    {"kind": "evidence", "key": "evidence", "label": "佐证材料", "hint": "最多 6 件，可不传。一件佐证可对应多个指标，不必重复上传；请勿出现可辨认的学生面部。", "optional": true, "max": 6, "criteria": ["ideals", "red-lectures", "member-duties", "ethics", "care", "teaching-reform", "ideology-in-lessons", "leading-others", "guiding-students", "party-members", "staff", "parents"]}]},
  {"title": "校内公示",
   "fields": [
    {"kind": "notice", "key": "schoolNotice", "label": "校内公示", "hint": "不少于 5 个工作日，期满次日起才能提交。", "optional": false}]},
  {"title": "个人信息告知与同意",
   "hint": "表中写到的每一位教师都已知悉以下用途，并分别表示了意见；本人随时可以要求撤回。不收集身份证号、住址、家庭和银行信息。",
   "fields": [
    {"kind": "consent", "key": "consentReview", "label": "同意将表中所列个人信息用于本年度申报的审核、评审和验收", "optional": false},
    {"kind": "consent", "key": "consentPublish", "label": "同意在校内公示、评选公示和表彰决定中公布姓名、单位、出生年份和主要事迹", "optional": false},
    {"kind": "consent", "key": "consentShow", "label": "同意在品牌展示中使用本人事迹和照片", "hint": "可以不同意，不影响评选。", "optional": true}]}
 ]}
$form$);

insert into application_forms values ('RED_READING_ROOM', 1, $form$
{"category": "RED_READING_ROOM", "version": 1, "minutes": 40,
 "undertaking": "本表内容真实，材料由本单位核实，已按规定在校内公示；如有不实，愿承担责任。",
 "sections": [
  {"title": "基本信息",
   "fields": [
    {"kind": "text", "key": "title", "label": "书屋名称", "optional": false, "max": 25, "rows": 1},
    {"kind": "choice", "key": "origin", "label": "推荐或打造", "hint": "两者都计入每校的最低数。", "optional": false, "several": false, "options": [{"value": "RECOMMENDED", "label": "推荐（本校已有，择优推荐）"}, {"value": "BUILT", "label": "打造（本年度新建）"}]},
    {"kind": "text", "key": "summary", "label": "概要", "hint": "列表和公示中显示的就是这一段。", "optional": false, "max": 300, "rows": 3},
    {"kind": "choice", "key": "roomKind", "label": "类型", "optional": false, "several": false, "options": [{"value": "READING_CORNER", "label": "读书角"}, {"value": "READING_ROOM", "label": "教育阅览室"}, {"value": "BOOK_HOUSE", "label": "红色书屋"}]},
    {"kind": "text", "key": "place", "label": "地点", "optional": false, "max": 50, "rows": 1},
    {"kind": "amount", "key": "area", "label": "面积", "optional": false, "min": 1, "max": 10000, "unit": "平方米"},
    {"kind": "amount", "key": "seats", "label": "座位", "optional": false, "min": 0, "max": 2000, "unit": "个"},
    {"kind": "month", "key": "openedOn", "label": "启用年月", "optional": false},
    {"kind": "text", "key": "keeper", "label": "责任人", "optional": false, "max": 20, "rows": 1, "blind": "NAMES"}]},
  {"title": "藏书",
   "fields": [
    {"kind": "table", "key": "bookClasses", "label": "分类藏书", "optional": false, "min": 1, "max": 8, "columns": [
      {"kind": "choice", "key": "class", "label": "类别", "optional": false, "several": false, "options": [{"value": "HISTORY", "label": "国史党史"}, {"value": "TRADITION", "label": "优秀传统文化"}, {"value": "HOMETOWN", "label": "家乡特色"}, {"value": "OTHER", "label": "其他"}]},
      {"kind": "amount", "key": "titles", "label": "种", "optional": false, "min": 0, "max": 100000},
      {"kind": "amount", "key": "copies", "label": "册", "optional": false, "min": 0, "max": 1000000},
      {"kind": "choice", "key": "source", "label": "来源", "optional": false, "several": false, "options": [{"value": "BOUGHT", "label": "采购"}, {"value": "DONATED", "label": "捐赠"}, {"value": "BOTH", "label": "采购和捐赠"}]}]},
    {"kind": "table", "key": "books", "label": "代表性图书", "optional": true, "min": 0, "max": 20, "columns": [
      {"kind": "text", "key": "name", "label": "书名", "optional": false, "max": 60, "rows": 1},
      {"kind": "text", "key": "isbn", "label": "书号（ISBN）", "optional": true, "max": 17, "rows": 1},
      {"kind": "amount", "key": "copies", "label": "册", "optional": false, "min": 1, "max": 100000}]},
    {"kind": "yesNo", "key": "reviewed", "label": "图书是否全部经过审读", "hint": "课外读物由学校推荐和管理，负责审读。", "optional": false},
    {"kind": "text", "key": "reviewedBy", "label": "怎样审读、由谁审读", "optional": false, "when": {"field": "reviewed", "is": ["true"]}, "max": 100, "rows": 2},
    {"kind": "text", "key": "unreviewed", "label": "哪些没有审读、何时完成", "optional": false, "when": {"field": "reviewed", "is": ["false"]}, "max": 100, "rows": 2}]},
  {"title": "管理与开放",
   "fields": [
    {"kind": "amount", "key": "openHours", "label": "每周开放", "hint": "学期内一般不少于 40 小时。", "optional": false, "min": 0, "max": 168, "unit": "小时"},
    {"kind": "amount", "key": "loans", "label": "上学期借阅", "optional": false, "min": 0, "max": 1000000, "unit": "册次"},
    {"kind": "text", "key": "rules", "label": "管理办法", "optional": false, "max": 300, "rows": 3},
    {"kind": "table", "key": "activities", "label": "读书活动", "optional": true, "min": 0, "max": 10, "columns": [
      {"kind": "text", "key": "name", "label": "活动名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "day", "key": "on", "label": "日期", "optional": false},
      {"kind": "amount", "key": "participants", "label": "参加人数", "optional": false, "min": 0, "max": 100000}]},
    {"kind": "table", "key": "media", "label": "刊板、宣传册、校刊", "optional": true, "min": 0, "max": 10, "columns": [
      {"kind": "choice", "key": "kind", "label": "类型", "optional": false, "several": false, "options": [{"value": "BOARD", "label": "刊板"}, {"value": "BROCHURE", "label": "宣传册"}, {"value": "MAGAZINE", "label": "校刊"}]},
      {"kind": "text", "key": "name", "label": "名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "text", "key": "issue", "label": "期次", "optional": true, "max": 20, "rows": 1}]}]},
  {"title": "主要内容",
   "fields": [
    {"kind": "text", "key": "deeds", "label": "主要做法", "optional": false, "max": 1500, "rows": 8},
    {"kind": "text", "key": "effect", "label": "成效", "hint": "谁受益，怎样衡量。", "optional": false, "max": 500, "rows": 4},
    {"kind": "text", "key": "teachingLink", "label": "与教育教学结合", "hint": "结合到哪门课、哪项教育教学工作，怎样避免“两张皮”。", "optional": false, "max": 300, "rows": 3},
    {"kind": "table", "key": "teachingItems", "label": "所结合的教育教学工作", "hint": "至少一项。", "optional": false, "min": 1, "max": 5, "columns": [
      {"kind": "text", "key": "item", "label": "课程、班会或工作名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "choice", "key": "kind", "label": "类型", "optional": false, "several": false, "options": [{"value": "LESSON", "label": "课堂教学"}, {"value": "CLASS_MEETING", "label": "班队会"}, {"value": "RESEARCH", "label": "教研活动"}, {"value": "AFTER_CLASS", "label": "课后服务"}, {"value": "DUTY", "label": "日常工作"}]}]},
    {"kind": "text", "key": "mechanism", "label": "长效机制", "hint": "由谁负责、多久一次、经费和人员怎样保证。", "optional": false, "max": 300, "rows": 3}]},
  {"title": "自评与佐证",
   "fields": [
    {"kind": "scores", "key": "selfScore", "label": "对照评分细则自评", "hint": "与评审所用的细则相同；自评分只供对照，不计入得分。", "optional": false, "criteria": [
      {"code": "place", "part": "阵地环境", "name": "场所固定适用", "maxPoints": 8000},
      {"code": "signs", "part": "阵地环境", "name": "标识规范醒目", "maxPoints": 4000},
      {"code": "accessibility", "part": "阵地环境", "name": "方便师生使用", "maxPoints": 3000},
      {"code": "three-kinds", "part": "藏书", "name": "三类图书齐全", "maxPoints": 12000},
      {"code": "checked-books", "part": "藏书", "name": "读物审核合规", "maxPoints": 8000},
      {"code": "renewal", "part": "藏书", "name": "及时更新", "maxPoints": 5000},
      {"code": "keeper", "part": "管理开放", "name": "专人管理", "maxPoints": 5000},
      {"code": "opening-hours", "part": "管理开放", "name": "开放时长", "maxPoints": 8000},
      {"code": "lending", "part": "管理开放", "name": "借阅情况", "maxPoints": 7000},
      {"code": "reading-activities", "part": "活动育人", "name": "读书活动", "maxPoints": 15000},
      {"code": "linked-to-teaching", "part": "活动育人", "name": "与教学结合", "maxPoints": 10000},
      {"code": "public-opinion", "part": "群众评价", "name": "师生群众评价", "maxPoints": 15000}]},
    {"kind": "evidence", "key": "evidence", "label": "佐证材料", "hint": "最多 6 件，可不传。一件佐证可对应多个指标，不必重复上传；请勿出现可辨认的学生面部。", "optional": true, "max": 6, "criteria": ["place", "signs", "accessibility", "three-kinds", "checked-books", "renewal", "keeper", "opening-hours", "lending", "reading-activities", "linked-to-teaching", "public-opinion"]}]},
  {"title": "校内公示",
   "fields": [
    {"kind": "notice", "key": "schoolNotice", "label": "校内公示", "hint": "不少于 5 个工作日，期满次日起才能提交。", "optional": false}]},
  {"title": "个人信息告知与同意",
   "hint": "表中写到的每一位教师都已知悉以下用途，并分别表示了意见；本人随时可以要求撤回。不收集身份证号、住址、家庭和银行信息。",
   "fields": [
    {"kind": "consent", "key": "consentReview", "label": "同意将表中所列个人信息用于本年度申报的审核、评审和验收", "optional": false},
    {"kind": "consent", "key": "consentPublish", "label": "同意在校内公示、评选公示和表彰决定中公布姓名、单位、出生年份和主要事迹", "optional": false},
    {"kind": "consent", "key": "consentShow", "label": "同意在品牌展示中使用本人事迹和照片", "hint": "可以不同意，不影响评选。", "optional": true}]}
 ]}
$form$);

insert into application_forms values ('RED_CLASSROOM', 1, $form$
{"category": "RED_CLASSROOM", "version": 1, "minutes": 45,
 "undertaking": "本表内容真实，材料由本单位核实，已按规定在校内公示；如有不实，愿承担责任。",
 "sections": [
  {"title": "基本信息",
   "fields": [
    {"kind": "text", "key": "title", "label": "课题", "optional": false, "max": 25, "rows": 1},
    {"kind": "choice", "key": "origin", "label": "推荐或打造", "hint": "两者都计入每校的最低数。", "optional": false, "several": false, "options": [{"value": "RECOMMENDED", "label": "推荐（本校已有，择优推荐）"}, {"value": "BUILT", "label": "打造（本年度新建）"}]},
    {"kind": "text", "key": "summary", "label": "概要", "hint": "列表和公示中显示的就是这一段。", "optional": false, "max": 300, "rows": 3},
    {"kind": "choice", "key": "audience", "label": "面向", "optional": false, "several": false, "options": [{"value": "STUDENT", "label": "学生"}, {"value": "TEACHER", "label": "教师"}]},
    {"kind": "choice", "key": "studentForm", "label": "形式（学生）", "optional": false, "when": {"field": "audience", "is": ["STUDENT"]}, "several": false, "options": [{"value": "HISTORY_LESSON", "label": "党史进课堂"}, {"value": "CLASS_MEETING", "label": "爱国主义教育主题班会"}, {"value": "LECTURE", "label": "讲座辅导"}]},
    {"kind": "choice", "key": "teacherForm", "label": "形式（教师）", "optional": false, "when": {"field": "audience", "is": ["TEACHER"]}, "several": false, "options": [{"value": "PARTY_LECTURE", "label": "党课"}, {"value": "MICRO_VIDEO", "label": "微视频"}, {"value": "TEN_MINUTES", "label": "十分钟党的小知识"}]},
    {"kind": "text", "key": "lecturers", "label": "主讲人", "hint": "几位主讲人之间用顿号隔开。", "optional": false, "max": 50, "rows": 1, "blind": "NAMES"},
    {"kind": "day", "key": "heldOn", "label": "讲授日期", "optional": false},
    {"kind": "text", "key": "place", "label": "地点", "optional": false, "max": 50, "rows": 1},
    {"kind": "amount", "key": "minutes", "label": "时长", "optional": false, "min": 1, "max": 180, "unit": "分钟"},
    {"kind": "amount", "key": "participants", "label": "听课人数", "hint": "只填人数，不要名单。", "optional": false, "min": 0, "max": 100000, "unit": "人"}]},
  {"title": "教学设计",
   "fields": [
    {"kind": "text", "key": "design", "label": "教学设计", "optional": false, "max": 1500, "rows": 8, "blind": "READ"},
    {"kind": "text", "key": "sources", "label": "史实来源", "hint": "逐条写明出处，例如书名、出版社、页码。", "optional": false, "max": 500, "rows": 3, "blind": "READ"},
    {"kind": "text", "key": "media", "label": "微课视频地址", "hint": "现场听课的可以不填。", "optional": true, "max": 200, "rows": 1},
    {"kind": "amount", "key": "mediaMinutes", "label": "微课时长", "optional": false, "when": {"field": "media"}, "min": 5, "max": 15, "unit": "分钟"}]},
  {"title": "周周讲、人人讲",
   "hint": "如实填写，不作考勤，不按次数计分。",
   "fields": [
    {"kind": "amount", "key": "weeksPlanned", "label": "本学期计划讲的周数", "optional": false, "min": 0, "max": 30, "unit": "周"},
    {"kind": "amount", "key": "weeksHeld", "label": "已讲的周数", "optional": false, "min": 0, "max": 30, "unit": "周"},
    {"kind": "amount", "key": "members", "label": "应讲党员", "optional": false, "min": 0, "max": 10000, "unit": "人"},
    {"kind": "amount", "key": "membersSpoken", "label": "已讲党员", "optional": false, "min": 0, "max": 10000, "unit": "人"}]},
  {"title": "主要内容",
   "hint": "盲评时只读这一部分，姓名和校名会隐去；请不要在文字里写其他人的姓名。",
   "fields": [
    {"kind": "text", "key": "deeds", "label": "主要做法", "optional": false, "max": 1500, "rows": 8, "blind": "READ"},
    {"kind": "text", "key": "effect", "label": "成效", "hint": "谁受益，怎样衡量。", "optional": false, "max": 500, "rows": 4, "blind": "READ"},
    {"kind": "text", "key": "teachingLink", "label": "与教育教学结合", "hint": "结合到哪门课、哪项教育教学工作，怎样避免“两张皮”。", "optional": false, "max": 300, "rows": 3, "blind": "READ"},
    {"kind": "table", "key": "teachingItems", "label": "所结合的教育教学工作", "hint": "至少一项。", "optional": false, "min": 1, "max": 5, "columns": [
      {"kind": "text", "key": "item", "label": "课程、班会或工作名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "choice", "key": "kind", "label": "类型", "optional": false, "several": false, "options": [{"value": "LESSON", "label": "课堂教学"}, {"value": "CLASS_MEETING", "label": "班队会"}, {"value": "RESEARCH", "label": "教研活动"}, {"value": "AFTER_CLASS", "label": "课后服务"}, {"value": "DUTY", "label": "日常工作"}]}]},
    {"kind": "text", "key": "mechanism", "label": "长效机制", "hint": "由谁负责、多久一次、经费和人员怎样保证。", "optional": false, "max": 300, "rows": 3, "blind": "READ"}]},
  {"title": "自评与佐证",
   "fields": [
    {"kind": "scores", "key": "selfScore", "label": "对照评分细则自评", "hint": "与评审所用的细则相同；自评分只供对照，不计入得分。", "optional": false, "criteria": [
      {"code": "accuracy", "part": "政治方向与内容", "name": "政治方向准确", "maxPoints": 15000},
      {"code": "true-history", "part": "政治方向与内容", "name": "史实有据", "maxPoints": 10000},
      {"code": "near-students", "part": "政治方向与内容", "name": "贴近学生实际", "maxPoints": 5000},
      {"code": "aims", "part": "教学设计", "name": "目标明确", "maxPoints": 8000},
      {"code": "activities", "part": "教学设计", "name": "活动设计", "maxPoints": 12000},
      {"code": "interaction", "part": "实施", "name": "师生互动", "maxPoints": 10000},
      {"code": "language", "part": "实施", "name": "语言表达", "maxPoints": 5000},
      {"code": "timing", "part": "实施", "name": "时间把握", "maxPoints": 5000},
      {"code": "feedback", "part": "效果", "name": "学生反馈", "maxPoints": 12000},
      {"code": "works", "part": "效果", "name": "学习成果", "maxPoints": 8000},
      {"code": "every-week", "part": "常态化", "name": "周周讲", "maxPoints": 5000},
      {"code": "everybody", "part": "常态化", "name": "人人讲", "maxPoints": 5000}]},
    {"kind": "evidence", "key": "evidence", "label": "佐证材料", "hint": "最多 6 件，可不传。一件佐证可对应多个指标，不必重复上传；请勿出现可辨认的学生面部。", "optional": true, "max": 6, "criteria": ["accuracy", "true-history", "near-students", "aims", "activities", "interaction", "language", "timing", "feedback", "works", "every-week", "everybody"]}]},
  {"title": "校内公示",
   "fields": [
    {"kind": "notice", "key": "schoolNotice", "label": "校内公示", "hint": "不少于 5 个工作日，期满次日起才能提交。", "optional": false}]},
  {"title": "个人信息告知与同意",
   "hint": "表中写到的每一位教师都已知悉以下用途，并分别表示了意见；本人随时可以要求撤回。不收集身份证号、住址、家庭和银行信息。",
   "fields": [
    {"kind": "consent", "key": "consentReview", "label": "同意将表中所列个人信息用于本年度申报的审核、评审和验收", "optional": false},
    {"kind": "consent", "key": "consentPublish", "label": "同意在校内公示、评选公示和表彰决定中公布姓名、单位、出生年份和主要事迹", "optional": false},
    {"kind": "consent", "key": "consentShow", "label": "同意在品牌展示中使用本人事迹和照片", "hint": "可以不同意，不影响评选。", "optional": true}]}
 ]}
$form$);

insert into application_forms values ('RED_BASE', 1, $form$
{"category": "RED_BASE", "version": 1, "minutes": 45,
 "undertaking": "本表内容真实，材料由本单位核实，已按规定在校内公示；如有不实，愿承担责任。",
 "sections": [
  {"title": "基本信息",
   "fields": [
    {"kind": "text", "key": "title", "label": "基地名称", "optional": false, "max": 25, "rows": 1},
    {"kind": "choice", "key": "origin", "label": "推荐或打造", "hint": "两者都计入每校的最低数。", "optional": false, "several": false, "options": [{"value": "RECOMMENDED", "label": "推荐（本校已有，择优推荐）"}, {"value": "BUILT", "label": "打造（本年度新建）"}]},
    {"kind": "text", "key": "summary", "label": "概要", "hint": "列表和公示中显示的就是这一段。", "optional": false, "max": 300, "rows": 3},
    {"kind": "choice", "key": "rooms", "label": "场所", "optional": false, "several": true, "options": [{"value": "MEMBERS_ROOM", "label": "党员活动室"}, {"value": "STUDENTS_ROOM", "label": "学生活动室"}, {"value": "HALL", "label": "展厅"}, {"value": "PUBLICITY", "label": "宣传场所"}, {"value": "OTHER", "label": "其他"}]},
    {"kind": "amount", "key": "area", "label": "面积", "optional": false, "min": 1, "max": 100000, "unit": "平方米"},
    {"kind": "text", "key": "theme", "label": "主题", "optional": false, "max": 100, "rows": 1}]},
  {"title": "展陈",
   "fields": [
    {"kind": "table", "key": "exhibits", "label": "主要展品", "hint": "史料逐件写明来源。", "optional": false, "min": 1, "max": 30, "columns": [
      {"kind": "text", "key": "name", "label": "名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "text", "key": "period", "label": "年代", "optional": false, "max": 30, "rows": 1},
      {"kind": "choice", "key": "kind", "label": "类型", "optional": false, "several": false, "options": [{"value": "PHOTO", "label": "照片"}, {"value": "OBJECT", "label": "实物"}, {"value": "BOARD", "label": "知识板"}]},
      {"kind": "text", "key": "source", "label": "来源和权属", "optional": false, "max": 50, "rows": 1},
      {"kind": "text", "key": "reviewedBy", "label": "审核人", "optional": false, "max": 20, "rows": 1, "blind": "NAMES"}]},
    {"kind": "table", "key": "guides", "label": "讲解员", "optional": false, "min": 1, "max": 20, "columns": [
      {"kind": "text", "key": "name", "label": "姓名", "hint": "学生只写班级和姓氏，例如“五（2）班李同学”。", "optional": false, "max": 20, "rows": 1, "blind": "NAMES"},
      {"kind": "choice", "key": "role", "label": "身份", "optional": false, "several": false, "options": [{"value": "TEACHER", "label": "教师"}, {"value": "PUPIL", "label": "学生"}]},
      {"kind": "yesNo", "key": "trained", "label": "是否受过培训", "optional": false}]},
    {"kind": "text", "key": "guideText", "label": "讲解词", "optional": false, "max": 1000, "rows": 6}]},
  {"title": "开放与活动",
   "fields": [
    {"kind": "amount", "key": "openDays", "label": "每年开放", "optional": false, "min": 0, "max": 366, "unit": "天"},
    {"kind": "amount", "key": "groups", "label": "上年接待批次", "optional": false, "min": 0, "max": 100000, "unit": "批"},
    {"kind": "amount", "key": "visits", "label": "上年接待人次", "optional": false, "min": 0, "max": 10000000, "unit": "人次"},
    {"kind": "text", "key": "memberActivities", "label": "面向党员教师的活动", "optional": false, "max": 300, "rows": 3},
    {"kind": "text", "key": "pupilActivities", "label": "面向学生的活动", "optional": false, "max": 300, "rows": 3}]},
  {"title": "保障",
   "fields": [
    {"kind": "yesNo", "key": "evacuation", "label": "是否有疏散预案和标识", "optional": false},
    {"kind": "yesNo", "key": "insurance", "label": "是否投保", "optional": false},
    {"kind": "text", "key": "safetyNote", "label": "安全方面还需改进的", "optional": true, "max": 200, "rows": 2},
    {"kind": "text", "key": "fundingSource", "label": "经费来源", "optional": false, "max": 100, "rows": 1},
    {"kind": "amount", "key": "fundingAmount", "label": "经费", "hint": "厉行节俭，如实填写。", "optional": false, "min": 0, "max": 100000000, "unit": "元"},
    {"kind": "yesNo", "key": "emblemChecked", "label": "党徽党旗的使用是否已对照条例检查", "optional": false},
    {"kind": "text", "key": "emblemNote", "label": "尚未检查的原因和安排", "optional": false, "when": {"field": "emblemChecked", "is": ["false"]}, "max": 200, "rows": 2}]},
  {"title": "主要内容",
   "fields": [
    {"kind": "text", "key": "deeds", "label": "主要做法", "optional": false, "max": 1500, "rows": 8},
    {"kind": "text", "key": "effect", "label": "成效", "hint": "谁受益，怎样衡量。", "optional": false, "max": 500, "rows": 4},
    {"kind": "text", "key": "teachingLink", "label": "与教育教学结合", "hint": "结合到哪门课、哪项教育教学工作，怎样避免“两张皮”。", "optional": false, "max": 300, "rows": 3},
    {"kind": "table", "key": "teachingItems", "label": "所结合的教育教学工作", "hint": "至少一项。", "optional": false, "min": 1, "max": 5, "columns": [
      {"kind": "text", "key": "item", "label": "课程、班会或工作名称", "optional": false, "max": 50, "rows": 1},
      {"kind": "choice", "key": "kind", "label": "类型", "optional": false, "several": false, "options": [{"value": "LESSON", "label": "课堂教学"}, {"value": "CLASS_MEETING", "label": "班队会"}, {"value": "RESEARCH", "label": "教研活动"}, {"value": "AFTER_CLASS", "label": "课后服务"}, {"value": "DUTY", "label": "日常工作"}]}]},
    {"kind": "text", "key": "mechanism", "label": "长效机制", "hint": "由谁负责、多久一次、经费和人员怎样保证。", "optional": false, "max": 300, "rows": 3}]},
  {"title": "自评与佐证",
   "fields": [
    {"kind": "scores", "key": "selfScore", "label": "对照评分细则自评", "hint": "与评审所用的细则相同；自评分只供对照，不计入得分。", "optional": false, "criteria": [
      {"code": "responsible", "part": "组织领导", "name": "责任人落实", "maxPoints": 5000},
      {"code": "rules", "part": "组织领导", "name": "制度健全", "maxPoints": 5000},
      {"code": "plan", "part": "组织领导", "name": "计划可行", "maxPoints": 5000},
      {"code": "exhibition", "part": "建设管理", "name": "特色陈列", "maxPoints": 10000},
      {"code": "sources", "part": "建设管理", "name": "史料来源清楚", "maxPoints": 6000},
      {"code": "safety", "part": "建设管理", "name": "安全保障", "maxPoints": 4000},
      {"code": "guiding", "part": "教育服务", "name": "讲解服务", "maxPoints": 15000},
      {"code": "courses", "part": "教育服务", "name": "课程与活动", "maxPoints": 20000},
      {"code": "coverage", "part": "教育服务", "name": "教育对象覆盖", "maxPoints": 10000},
      {"code": "thrift", "part": "经费与节俭", "name": "经费保障与厉行节俭", "maxPoints": 10000},
      {"code": "results", "part": "绩效与评价", "name": "教育绩效与评价", "maxPoints": 10000}]},
    {"kind": "evidence", "key": "evidence", "label": "佐证材料", "hint": "最多 6 件，可不传。一件佐证可对应多个指标，不必重复上传；请勿出现可辨认的学生面部。", "optional": true, "max": 6, "criteria": ["responsible", "rules", "plan", "exhibition", "sources", "safety", "guiding", "courses", "coverage", "thrift", "results"]}]},
  {"title": "校内公示",
   "fields": [
    {"kind": "notice", "key": "schoolNotice", "label": "校内公示", "hint": "不少于 5 个工作日，期满次日起才能提交。", "optional": false}]},
  {"title": "个人信息告知与同意",
   "hint": "表中写到的每一位教师都已知悉以下用途，并分别表示了意见；本人随时可以要求撤回。不收集身份证号、住址、家庭和银行信息。",
   "fields": [
    {"kind": "consent", "key": "consentReview", "label": "同意将表中所列个人信息用于本年度申报的审核、评审和验收", "optional": false},
    {"kind": "consent", "key": "consentPublish", "label": "同意在校内公示、评选公示和表彰决定中公布姓名、单位、出生年份和主要事迹", "optional": false},
    {"kind": "consent", "key": "consentShow", "label": "同意在品牌展示中使用本人事迹和照片", "hint": "可以不同意，不影响评选。", "optional": true}]}
 ]}
$form$);

alter table applications add constraint written_on_a_form foreign key (category, form_version) references application_forms;
