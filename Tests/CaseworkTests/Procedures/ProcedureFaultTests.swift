import Catalog
import Testing

@testable import Casework

/// What is wrong with a procedure is named with file, line and mend, all of it at once.
struct ProcedureFaultTests {
    private static let sound = """
        procedure:
          family: penalty
          ladder: internal
          trigger: 测试
          basis: 测试规定第1条
          initial: 甲
          states: [甲, 乙, {state: 丙, end: true}]
          opening: [{start: 期限}]
          actions:
            - action: 去乙
              from: [甲]
              to: 乙
              roles: [enforcement]
              clocks: [{stop: 期限}]
            - action: 去丙
              from: [乙]
              to: 丙
              roles: [director]
          clocks:
            - clock: 期限
              amount: 15
              unit: calendar
              event: 发现
              roll: forward
              basis: 测试规定第2条
              confidence: official

        """

    private static func faults(_ old: String = "", _ new: String = "") throws -> [String] {
        let text = header() + (old.isEmpty ? sound : sound.replacing(old, with: new))
        if !old.isEmpty { #expect(text != header() + sound) }
        return try faults(of: text, at: "casework/test.yaml")
    }

    /// The faults of one file beside the posts and ladders of the catalog, and of no other procedure.
    private static func faults(of text: String, at path: String) throws -> [String] {
        let files = try ShippedRules.catalog.get().sourceFiles.filter {
            $0.path.hasPrefix("accounts/") || $0.path.hasPrefix("casework/ladders/")
        }
        let catalog = try RuleCatalog.load(files + [RuleSourceFile(path: path, isOverlay: true, text: text)])
        return ProcedureBook.faults(in: catalog).map(\.description)
    }

    @Test func `a sound procedure of a bureau has no fault`() throws {
        #expect(try Self.faults().isEmpty)
    }

    @Test(arguments: [
        ("from: [乙]", "from: [丙]", "casework/test.yaml:12: 从状态“乙”走不到任何终点"),
        ("states: [甲, 乙,", "states: [甲, 丁, 乙,", "casework/test.yaml:12: 从“甲”到不了状态“丁”"),
        ("to: 乙", "to: 戊", "提到的状态“戊”不存在"),
        ("initial: 甲", "initial: 己", "初始状态“己”不在 states 里"),
        ("roles: [director]", "roles: [king]", "casework/test.yaml:20: 步骤“去丙”的岗位“king”不存在"),
        ("opening: [{start: 期限}]", "opening: []", "时限“期限”从未起算"),
        ("clocks: [{stop: 期限}]", "clocks: []", "时限“期限”从不停止"),
        ("basis: 测试规定第2条", "basis: []", "时限“期限”没有依据"),
        ("{stop: 期限}", "{stop: 期限}, {pause: 期限, ground: 下雨}", "时限“期限”没有“下雨”这个停算事由"),
        ("{stop: 期限}", "{stop: 期限, start: 期限}", "应有且只有 start、stop、pause、resume、extend 中的一个"),
        ("ladder: internal", "ladder: none", "没有“none”这个升级阶梯"),
        ("unit: calendar", "unit: working", "没有顺延；删去 roll"),
        ("roll: forward", "roll: back", "“roll”的值“back”不在允许的范围内"),
        ("action: 去丙", "action: 去乙", "步骤“去乙”出现了两次"),
        ("to: 丙", "to: 丙\n      guards: [{check: wated, clock: 期限}]", "是否应为“waited”？"),
        ("to: 丙", "to: 丙\n      guards: [{check: done, actions: [去丁]}]", "提到的步骤“去丁”不存在"),
        ("to: 丙", "to: 丙\n      guards: [{check: lead_time, clock: 期限}]", "条件不适用于时限“期限”的种类 limit"),
        ("event: 发现", "evnt: 发现", "是否应为“event”？"),
    ])
    func `a fault is found, with its line and mend`(old: String, new: String, expected: String) throws {
        let faults = try Self.faults(old, new)
        #expect(faults.contains { $0.contains(expected) }, "\(faults)")
    }

    @Test func `a ladder whose steps do not rise is refused`() throws {
        let ladder = """
            ladder:
              steps:
                - {step: 督办, to: [承办人], workdays_over: 0}
                - {step: 提示, to: [承办人], share_left: 1/2}

            """
        let faults = try Self.faults(of: header(id: "upside-down") + ladder, at: "casework/ladders/upside-down.yaml")
        #expect(faults.contains { $0.contains("“提示”不晚于“督办”") }, "\(faults)")
    }
}
