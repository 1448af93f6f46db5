/// How a made-up case goes: steps of its procedure with the days from its beginning.
struct DemoCourse: Sendable {
    struct Step: Sendable {
        let after: Int
        let name: String
        /// The state that it leads to.
        let state: String
        /// The clocks that it sets off, and those that it stops.
        var starts: [String] = []
        var stops: [String] = []
        /// Whether it is the decision of penalty.
        var decides = false
    }

    let procedure: String
    /// What it is about, behind the name of the party.
    let subject: String
    let steps: [Step]
    /// Whether a penalty is decided on the spot.
    var isOnTheSpot = false

    /// The mixture of a district: half of the cases are penalties.
    static let all: [DemoCourse] = [
        penalty("超标排放大气污染物案"), penalty("未按规定运行污染防治设施案"), penalty("未批先建案"), penalty("超标排放水污染物案"),
        correction("责令改正"), correction("自动监测设备未按规定联网责令改正"), seizure, simple, complaint, complaint,
    ]

    /// How many of them, the first ones, are penalties.
    static let penaltyCount = 4

    private static func penalty(_ subject: String) -> DemoCourse {
        DemoCourse(
            procedure: "PEN-GENERAL", subject: subject,
            steps: [
                Step(after: 0, name: "立案", state: "已立案", starts: ["办案期限"]),
                Step(after: 3, name: "调查取证", state: "调查取证"), Step(after: 20, name: "调查终结", state: "案件审查"),
                Step(after: 22, name: "审查案件", state: "案件审查"), Step(after: 25, name: "事先告知", state: "已告知"),
                Step(after: 36, name: "复核陈述申辩", state: "法制审核"), Step(after: 40, name: "审核通过", state: "已决定"),
                Step(
                    after: 45, name: "作出处罚决定", state: "已决定", starts: ["送达期限", "公开期限"], stops: ["办案期限"], decides: true),
                Step(after: 48, name: "送达", state: "已送达", stops: ["送达期限"]),
                Step(after: 52, name: "公开", state: "已公开", stops: ["公开期限"]),
                Step(after: 53, name: "进入执行", state: "履行、执行中"), Step(after: 75, name: "结案", state: "结案"),
            ])
    }

    private static func correction(_ subject: String) -> DemoCourse {
        DemoCourse(
            procedure: "CORRECT", subject: subject,
            steps: [
                Step(after: 0, name: "送达责令改正违法行为决定书", state: "责令改正已送达", starts: ["组织复查期限"]),
                Step(after: 20, name: "组织复查", state: "复查中", stops: ["组织复查期限"]),
                Step(after: 21, name: "认定已改正", state: "已改正"),
            ])
    }

    private static let seizure = DemoCourse(
        procedure: "SEIZE", subject: "违法排污设施查封",
        steps: [
            Step(after: 0, name: "审批", state: "已审批"), Step(after: 1, name: "实施", state: "已实施", starts: ["查封扣押期限"]),
            Step(after: 24, name: "解除", state: "已解除", stops: ["查封扣押期限"]),
        ])

    private static let simple = DemoCourse(
        procedure: "PEN-SIMPLE", subject: "当场处罚",
        steps: [
            Step(after: 0, name: "告知并听取陈述申辩", state: "已告知"),
            Step(after: 0, name: "当场作出并交付决定", state: "当场决定", decides: true),
            Step(after: 2, name: "报所属部门备案", state: "已备案"),
        ], isOnTheSpot: true)

    private static let complaint = DemoCourse(
        procedure: "COMPLAINT", subject: "异味扰民投诉",
        steps: [
            Step(after: 0, name: "受理登记", state: "攻坚办转办"), Step(after: 1, name: "派单", state: "职能部门整改"),
            Step(after: 6, name: "调查处理并答复", state: "反馈回访"), Step(after: 9, name: "回访满意或终结", state: "办结归档"),
        ])
}
