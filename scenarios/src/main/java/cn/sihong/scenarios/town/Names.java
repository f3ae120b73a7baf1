package cn.sihong.scenarios.town;

/** Names as they are in a Chinese district; the n-th is always the same. */
final class Names {

    private static final String[] STREETS = {
        "东风", "和平", "新华", "滨河", "青山", "长安", "建设", "望江", "北辰", "南苑", "西岭", "中山"
    };

    /** Names of places and hopes that schools bear. */
    private static final String[] SCHOOLS = {
        "育英", "红星", "晨光", "向阳", "启明", "文昌", "春晖", "明德", "新苗", "致远", "朝阳", "博雅", "金桥", "星火", "清源",
        "崇文", "光华", "松林", "桃园", "立新", "远航", "兴华", "双井", "前进", "梧桐", "弘毅", "七一", "锦绣", "思源", "民主",
        "书香", "英才", "翠湖", "友谊", "凤鸣", "求实", "石桥", "解放", "芳草", "胜利", "云峰", "团结", "莲花", "勤学", "康宁",
        "劳动", "白杨", "厚德", "沙河", "铁路", "槐荫", "振兴"
    };

    private static final String[] DIRECT_UNITS = {
        "实验小学",
        "第一中学",
        "机关幼儿园",
        "外国语学校",
        "高级中学",
        "师范附属小学",
        "实验幼儿园",
        "第二中学",
        "特殊教育学校",
        "职业高级中学",
        "第三中学",
        "实验中学",
        "第二实验小学",
        "少年宫附属幼儿园"
    };

    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林",
                "高",
        "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "曾", "彭", "萧", "蔡", "潘", "田", "董",
                "袁",
        "于", "欧阳", "余", "叶", "蒋", "杜", "苏", "魏", "程", "吕", "丁", "沈", "任", "姚"
    };

    private static final String[] GIVEN_NAMES = {
        "文静", "建国", "晓燕", "志强", "丽华", "海波", "玉兰", "俊杰", "思远", "秀英", "明哲", "佳慧", "永红", "雪梅", "国栋",
        "婷婷", "卫东", "雅琴", "子轩", "春梅", "宏伟", "静怡", "立军", "艳芳", "浩然", "红霞", "振宇", "凤英", "博文", "淑珍",
        "少华", "芸", "磊", "敏", "萍", "涛", "洁", "勇", "岚", "毅", "倩", "刚", "璐", "鹏", "蕾", "翔"
    };

    private Names() {}

    static String street(int n) {
        return circled(STREETS, n);
    }

    static String school(int n) {
        return circled(SCHOOLS, n);
    }

    static String directUnit(int n) {
        return circled(DIRECT_UNITS, n);
    }

    /** Family name first; steps that share no factor with the lists keep neighbours unlike. */
    static String person(int n) {
        return SURNAMES[n * 7 % SURNAMES.length] + GIVEN_NAMES[n * 11 % GIVEN_NAMES.length];
    }

    /** Beyond the list they go on with a number, as real ones do. */
    private static String circled(String[] names, int n) {
        var name = names[n % names.length];
        return n < names.length ? name : name + "第" + (n / names.length + 1);
    }
}
