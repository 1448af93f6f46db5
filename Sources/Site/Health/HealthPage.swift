import Gateway

/// 运行状态: every part of the server at a glance.
package struct HealthPage: Sendable {
    package let frame: PageFrame
    package let stateText: String
    package let stateTone: String
    /// One sentence on the whole.
    package let sentence: String
    package let parts: [HealthPart]

    init(in context: PageContext) throws {
        let report = try HealthReport(in: context)
        let troubled = report.parts.filter { $0.level > .good }.map(\.title)
        self.init(
            frame: PageFrame("运行状态", in: context, at: .health), stateText: report.level.text,
            stateTone: report.level.tone,
            sentence: troubled.isEmpty ? "各部分均正常。" : "需要处理：\(troubled.joined(separator: "、"))。", parts: report.parts)
    }

    private init(frame: PageFrame, stateText: String, stateTone: String, sentence: String, parts: [HealthPart]) {
        self.frame = frame
        self.stateText = stateText
        self.stateTone = stateTone
        self.sentence = sentence
        self.parts = parts
    }
}

extension HealthReport {
    /// How it stands now.
    init(in context: PageContext) throws {
        let services = context.services
        let now = try HealthSample(services, services.monitor, in: context.connection)
        self.init(
            HealthCourse(services.monitor?.samples ?? [], now: now),
            upstreams: try UpstreamStore.upstreams(in: context.connection).map(\.upstream), services: services)
    }
}
