import Accounts
import Gateway
import Registry
import Storage

/// Devices that were bound to a monitored object, with the first and the last packet of each.
struct DeviceTimeline: SourceTimeline {
    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> [SourceMoment] {
        let bindings = try RegistryStore.bindings(ofDevicesOf: [file.id], in: context.connection)
            .filter { $0.object == file.id }
        var moments = bindings.map { binding in
            SourceMoment(
                timeMilliseconds: binding.sinceMilliseconds, sequence: binding.sequence,
                event: SourcePage.Event(
                    timeText: SourceText.time(binding.sinceMilliseconds), what: "登记设备 \(binding.mn)",
                    detail: binding.settings.owner.isEmpty ? nil : "运行单位 \(binding.settings.owner)", actor: "",
                    link: SourcePage.Event.record(binding.sequence), asOfHref: nil, batchHref: nil, isUndone: false))
        }
        // Packets are for who sees devices.
        guard context.services.visitor.may(.viewGateway) else { return moments }
        for mn in Set(bindings.map(\.mn)).sorted() {
            guard let health = try DeviceStore.health(of: mn, in: context.connection) else { continue }
            moments.append(
                packet(health.firstReceivedMilliseconds, "设备 \(mn) 首次来报", nil, SiteURL.device(mn).path, "设备"))
            moments.append(
                packet(
                    health.lastReceivedMilliseconds, "设备 \(mn) 最近一次来报", "共 \(health.packets) 包",
                    SiteURL.packet(health.lastPacket).path, "报文"))
        }
        return moments
    }

    private func packet(
        _ time: Int64, _ what: String, _ detail: String?, _ href: String, _ label: String
    ) -> SourceMoment {
        SourceMoment(
            timeMilliseconds: time, sequence: .max,
            event: SourcePage.Event(
                timeText: SourceText.time(time), what: what, detail: detail, actor: "",
                link: TextLink(label: label, href: href), asOfHref: nil, batchHref: nil, isUndone: false))
    }
}
