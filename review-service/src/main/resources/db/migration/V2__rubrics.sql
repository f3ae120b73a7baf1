-- What is judged and for how many points (research.md §3.4.2). Editions are added, never changed:
-- an answer keeps the edition it was given under. Points are milli-points.
create table rubrics (
    id      uuid    primary key,
    subject text    not null check (subject in
                ('RED_GARDENER', 'RED_READING_ROOM', 'RED_CLASSROOM', 'RED_BASE', 'SCHOOL')),
    edition integer not null check (edition > 0),
    name    text    not null,
    unique (subject, edition)
);

create table criteria (
    rubric_id  uuid    not null references rubrics,
    place      integer not null,
    code       text    not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
    part       text    not null,
    name       text    not null,
    method     text    not null check (method in
                   ('DOCUMENT_REVIEW', 'SITE_VISIT', 'INTERVIEW', 'MASS_SURVEY')),
    max_points integer not null check (max_points > 0 and max_points % 500 = 0),
    primary key (rubric_id, code),
    unique (rubric_id, place),
    -- lets an answer's row carry the maximum that it must not pass
    unique (rubric_id, code, max_points)
);

-- What a number of points looks like, so that ten reviewers mean the same by it (research.md §3.4.1).
create table criterion_anchors (
    rubric_id uuid    not null,
    code      text    not null,
    points    integer not null check (points >= 0 and points % 500 = 0),
    text      text    not null check (text <> ''),
    primary key (rubric_id, code, points),
    foreign key (rubric_id, code) references criteria
);

-- What is asked and never counted: the “two skins” (R67) and the like.
create table informational_criteria (
    rubric_id uuid    not null references rubrics,
    place     integer not null,
    code      text    not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
    part      text    not null,
    name      text    not null,
    hint      text    not null,
    primary key (rubric_id, code),
    unique (rubric_id, place)
);

-- Points beside the rubric: bonuses, never more than five in all, and deductions (research.md §3.4.2).
create table adjustment_rules (
    rubric_id uuid    not null references rubrics,
    place     integer not null,
    code      text    not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
    kind      text    not null check (kind in ('BONUS', 'DEDUCTION')),
    name      text    not null,
    -- milli-points each time
    points    integer not null check (points between 500 and 5000 and points % 500 = 0),
    primary key (rubric_id, code),
    unique (rubric_id, place)
);

-- What rules a school or an application out (一票否决): few, each on a legal basis, decided by the
-- Party group and open to appeal; never a paper that is missing (research.md §3.4.2, S62).
create table veto_grounds (
    rubric_id uuid    not null references rubrics,
    place     integer not null check (place between 1 and 8),
    code      text    not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
    name      text    not null,
    basis     text    not null check (basis <> ''),
    primary key (rubric_id, code),
    unique (rubric_id, place)
);

-- The words of an edition as they stood when somebody answered under it.
create table rubric_copies (
    hash    text primary key check (hash ~ '^[0-9a-f]{64}$'),
    content text not null
);
revoke update, delete on rubrics, criteria, criterion_anchors, informational_criteria, adjustment_rules,
    veto_grounds, rubric_copies from ${app};

-- From the first score of a programme on, its edition stands (invariant 24).
create table frozen_rubrics (
    programme_id uuid not null,
    subject      text not null,
    rubric_id    uuid not null references rubrics,
    primary key (programme_id, subject)
);
revoke update, delete on frozen_rubrics from ${app};

insert into rubrics (id, subject, edition, name) values
    ('00000000-0000-7000-8000-000000000101', 'RED_GARDENER', 1, '红色园丁评分细则'),
    ('00000000-0000-7000-8000-000000000102', 'RED_READING_ROOM', 1, '红色书屋评分细则'),
    ('00000000-0000-7000-8000-000000000103', 'RED_CLASSROOM', 1, '红色课堂评分细则'),
    ('00000000-0000-7000-8000-000000000104', 'RED_BASE', 1, '红色基地评分细则'),
    ('00000000-0000-7000-8000-000000000105', 'SCHOOL', 1, '学校现场考核验收评分细则');

insert into criteria (rubric_id, place, code, part, name, method, max_points) values
    ('00000000-0000-7000-8000-000000000101', 1, 'ideals', '政治素质与红色传承', '理想信念坚定', 'INTERVIEW', 8000),
    ('00000000-0000-7000-8000-000000000101', 2, 'red-lectures', '政治素质与红色传承', '开展红色宣讲', 'DOCUMENT_REVIEW', 12000),
    ('00000000-0000-7000-8000-000000000101', 3, 'member-duties', '政治素质与红色传承', '履行党员义务', 'DOCUMENT_REVIEW', 5000),
    ('00000000-0000-7000-8000-000000000101', 4, 'ethics', '师德示范', '师德表现', 'INTERVIEW', 12000),
    ('00000000-0000-7000-8000-000000000101', 5, 'care', '师德示范', '关爱学生', 'INTERVIEW', 8000),
    ('00000000-0000-7000-8000-000000000101', 6, 'teaching-reform', '教学改革与课程创新', '教学改革', 'DOCUMENT_REVIEW', 10000),
    ('00000000-0000-7000-8000-000000000101', 7, 'ideology-in-lessons', '教学改革与课程创新', '思政融入课程', 'SITE_VISIT', 10000),
    ('00000000-0000-7000-8000-000000000101', 8, 'leading-others', '教学改革与课程创新', '示范带头', 'INTERVIEW', 5000),
    ('00000000-0000-7000-8000-000000000101', 9, 'guiding-students', '学生成长引路', '引导学生成长', 'INTERVIEW', 15000),
    ('00000000-0000-7000-8000-000000000101', 10, 'party-members', '群众公认', '党员认可', 'MASS_SURVEY', 5000),
    ('00000000-0000-7000-8000-000000000101', 11, 'staff', '群众公认', '教职工认可', 'MASS_SURVEY', 5000),
    ('00000000-0000-7000-8000-000000000101', 12, 'parents', '群众公认', '家长认可', 'MASS_SURVEY', 5000),
    ('00000000-0000-7000-8000-000000000102', 1, 'place', '阵地环境', '场所固定适用', 'SITE_VISIT', 8000),
    ('00000000-0000-7000-8000-000000000102', 2, 'signs', '阵地环境', '标识规范醒目', 'SITE_VISIT', 4000),
    ('00000000-0000-7000-8000-000000000102', 3, 'accessibility', '阵地环境', '方便师生使用', 'SITE_VISIT', 3000),
    ('00000000-0000-7000-8000-000000000102', 4, 'three-kinds', '藏书', '三类图书齐全', 'SITE_VISIT', 12000),
    ('00000000-0000-7000-8000-000000000102', 5, 'checked-books', '藏书', '读物审核合规', 'DOCUMENT_REVIEW', 8000),
    ('00000000-0000-7000-8000-000000000102', 6, 'renewal', '藏书', '及时更新', 'DOCUMENT_REVIEW', 5000),
    ('00000000-0000-7000-8000-000000000102', 7, 'keeper', '管理开放', '专人管理', 'INTERVIEW', 5000),
    ('00000000-0000-7000-8000-000000000102', 8, 'opening-hours', '管理开放', '开放时长', 'SITE_VISIT', 8000),
    ('00000000-0000-7000-8000-000000000102', 9, 'lending', '管理开放', '借阅情况', 'DOCUMENT_REVIEW', 7000),
    ('00000000-0000-7000-8000-000000000102', 10, 'reading-activities', '活动育人', '读书活动', 'DOCUMENT_REVIEW', 15000),
    ('00000000-0000-7000-8000-000000000102', 11, 'linked-to-teaching', '活动育人', '与教学结合', 'INTERVIEW', 10000),
    ('00000000-0000-7000-8000-000000000102', 12, 'public-opinion', '群众评价', '师生群众评价', 'MASS_SURVEY', 15000),
    ('00000000-0000-7000-8000-000000000103', 1, 'accuracy', '政治方向与内容', '政治方向准确', 'SITE_VISIT', 15000),
    ('00000000-0000-7000-8000-000000000103', 2, 'true-history', '政治方向与内容', '史实有据', 'DOCUMENT_REVIEW', 10000),
    ('00000000-0000-7000-8000-000000000103', 3, 'near-students', '政治方向与内容', '贴近学生实际', 'SITE_VISIT', 5000),
    ('00000000-0000-7000-8000-000000000103', 4, 'aims', '教学设计', '目标明确', 'DOCUMENT_REVIEW', 8000),
    ('00000000-0000-7000-8000-000000000103', 5, 'activities', '教学设计', '活动设计', 'DOCUMENT_REVIEW', 12000),
    ('00000000-0000-7000-8000-000000000103', 6, 'interaction', '实施', '师生互动', 'SITE_VISIT', 10000),
    ('00000000-0000-7000-8000-000000000103', 7, 'language', '实施', '语言表达', 'SITE_VISIT', 5000),
    ('00000000-0000-7000-8000-000000000103', 8, 'timing', '实施', '时间把握', 'SITE_VISIT', 5000),
    ('00000000-0000-7000-8000-000000000103', 9, 'feedback', '效果', '学生反馈', 'INTERVIEW', 12000),
    ('00000000-0000-7000-8000-000000000103', 10, 'works', '效果', '学习成果', 'DOCUMENT_REVIEW', 8000),
    ('00000000-0000-7000-8000-000000000103', 11, 'every-week', '常态化', '周周讲', 'DOCUMENT_REVIEW', 5000),
    ('00000000-0000-7000-8000-000000000103', 12, 'everybody', '常态化', '人人讲', 'INTERVIEW', 5000),
    ('00000000-0000-7000-8000-000000000104', 1, 'responsible', '组织领导', '责任人落实', 'INTERVIEW', 5000),
    ('00000000-0000-7000-8000-000000000104', 2, 'rules', '组织领导', '制度健全', 'DOCUMENT_REVIEW', 5000),
    ('00000000-0000-7000-8000-000000000104', 3, 'plan', '组织领导', '计划可行', 'DOCUMENT_REVIEW', 5000),
    ('00000000-0000-7000-8000-000000000104', 4, 'exhibition', '建设管理', '特色陈列', 'SITE_VISIT', 10000),
    ('00000000-0000-7000-8000-000000000104', 5, 'sources', '建设管理', '史料来源清楚', 'DOCUMENT_REVIEW', 6000),
    ('00000000-0000-7000-8000-000000000104', 6, 'safety', '建设管理', '安全保障', 'SITE_VISIT', 4000),
    ('00000000-0000-7000-8000-000000000104', 7, 'guiding', '教育服务', '讲解服务', 'SITE_VISIT', 15000),
    ('00000000-0000-7000-8000-000000000104', 8, 'courses', '教育服务', '课程与活动', 'DOCUMENT_REVIEW', 20000),
    ('00000000-0000-7000-8000-000000000104', 9, 'coverage', '教育服务', '教育对象覆盖', 'INTERVIEW', 10000),
    ('00000000-0000-7000-8000-000000000104', 10, 'thrift', '经费与节俭', '经费保障与厉行节俭', 'DOCUMENT_REVIEW', 10000),
    ('00000000-0000-7000-8000-000000000104', 11, 'results', '绩效与评价', '教育绩效与评价', 'MASS_SURVEY', 10000),
    ('00000000-0000-7000-8000-000000000105', 1, 'plan-made', '工作开展', '方案制订', 'DOCUMENT_REVIEW', 15000),
    ('00000000-0000-7000-8000-000000000105', 2, 'work-done', '工作开展', '工作开展', 'SITE_VISIT', 25000),
    ('00000000-0000-7000-8000-000000000105', 3, 'of-its-time', '品牌品质', '时代性', 'INTERVIEW', 10000),
    ('00000000-0000-7000-8000-000000000105', 4, 'to-the-point', '品牌品质', '针对性', 'INTERVIEW', 10000),
    ('00000000-0000-7000-8000-000000000105', 5, 'effective', '品牌品质', '实效性', 'SITE_VISIT', 20000),
    ('00000000-0000-7000-8000-000000000105', 6, 'results', '实绩与公认', '工作实绩', 'DOCUMENT_REVIEW', 10000),
    ('00000000-0000-7000-8000-000000000105', 7, 'recognition', '实绩与公认', '社会公认度', 'MASS_SURVEY', 10000);

insert into criterion_anchors (rubric_id, code, points, text)
select c.rubric_id, c.code, (c.max_points * b.share / 100 + 499) / 500 * 500, '“' || c.name || '”' || b.text
from criteria c
join (values
    ('DOCUMENT_REVIEW', 100, '材料真实完整、可逐项核对，有具体做法和可验证的成效'),
    ('DOCUMENT_REVIEW', 80, '材料真实、主要内容齐全，做法清楚，成效有一定依据'),
    ('DOCUMENT_REVIEW', 60, '有基本材料，但做法笼统，成效依据不足'),
    ('DOCUMENT_REVIEW', 0, '没有可核对的内容，或与实际明显不符'),
    ('SITE_VISIT', 100, '现场所见与要求完全相符，日常在用，可直接供他校学习'),
    ('SITE_VISIT', 80, '现场所见与要求基本相符，日常在用，个别方面可改进'),
    ('SITE_VISIT', 60, '现场有所体现，但使用不经常或存在明显不足'),
    ('SITE_VISIT', 0, '现场看不到，或仅为迎接检查临时布置'),
    ('INTERVIEW', 100, '访谈对象普遍了解并能举出亲历的事例，评价一致'),
    ('INTERVIEW', 80, '多数访谈对象了解并能举例，评价较好'),
    ('INTERVIEW', 60, '少数访谈对象了解，事例不多或评价不一'),
    ('INTERVIEW', 0, '访谈对象均不了解，或评价普遍较差'),
    ('MASS_SURVEY', 100, '参与面广，满意率 95% 及以上'),
    ('MASS_SURVEY', 80, '参与面较广，满意率 90% 以上不足 95%'),
    ('MASS_SURVEY', 60, '满意率 80% 以上不足 90%'),
    ('MASS_SURVEY', 0, '满意率不足 60%，或没有开展测评')) as b (method, share, text) on b.method = c.method;

insert into informational_criteria (rubric_id, place, code, part, name, hint)
select r.id, i.place, i.code, '不计分观察', i.name, i.hint
from rubrics r
cross join (values
    (1, 'two-skins', '党建与教学融合', '举一个与日常教育教学结合的实例；没有看到的请写“未见”。'),
    (2, 'burden', '基层负担', '是否为申报额外制作材料、开会或拍照；如有请说明。'),
    (3, 'worth-learning', '值得他校借鉴之处', '写一条即可。')) as i (place, code, name, hint);

insert into adjustment_rules (rubric_id, place, code, kind, name, points) values
    ('00000000-0000-7000-8000-000000000105', 1, 'adopted-elsewhere', 'BONUS', '做法被其他学校采用并经该校确认', 1000),
    ('00000000-0000-7000-8000-000000000105', 2, 'rectified-early', 'BONUS', '提前完成互评所提问题的整改', 500),
    ('00000000-0000-7000-8000-000000000105', 3, 'late', 'DEDUCTION', '无正当理由逾期报送', 1000),
    ('00000000-0000-7000-8000-000000000105', 4, 'very-late', 'DEDUCTION', '无正当理由逾期五个工作日以上报送', 2000),
    ('00000000-0000-7000-8000-000000000105', 5, 'unrectified', 'DEDUCTION', '验收时仍有问题未整改（每项）', 2000);

insert into veto_grounds (rubric_id, place, code, name, basis) values
    ('00000000-0000-7000-8000-000000000105', 1, 'fraud', '申报弄虚作假', '评比达标表彰活动管理办法'),
    ('00000000-0000-7000-8000-000000000105', 2, 'sanction', '有关人员处于党纪政务处分影响期', '中国共产党纪律处分条例、公职人员政务处分法'),
    ('00000000-0000-7000-8000-000000000105', 3, 'ethics', '发生师德失范行为并经查实', '新时代中小学教师职业行为十项准则'),
    ('00000000-0000-7000-8000-000000000105', 4, 'unfit-books', '提供存在问题的读物', '中小学生课外读物进校园管理办法'),
    ('00000000-0000-7000-8000-000000000105', 5, 'accident', '发生重大安全责任事故', '安全生产法'),
    ('00000000-0000-7000-8000-000000000105', 6, 'canvassing', '拉票、贿选等不正当行为', '评比达标表彰活动管理办法');
