import Gateway
import HJ212
import Records
import Registry

/// What stands on the screen for registering devices.
enum AdoptionWords {
    static func dialect(_ dialect: Dialect) -> String {
        switch dialect {
        case .v2005: "HJ/T 212—2005"
        case .v2017: "HJ 212—2017"
        case .v2025: "HJ 212—2025"
        case .surfaceWater2017: "地表水自动监测协议（2017）"
        }
    }

    static func tolerance(_ tolerance: Tolerance) -> String {
        switch tolerance {
        case .checksumSwapped: "CRC 高低字节颠倒"
        case .checksumModbus: "CRC 用 MODBUS 算法"
        case .checksumIgnored: "不校验 CRC（慎用：传错的数据也会采用）"
        case .hour24: "24 时按次日 0 时"
        case .labelledByEnd: "时间标签为时段结束"
        default: tolerance.rawValue
        }
    }

    static func ownership(_ ownership: DeviceOwnership) -> String {
        switch ownership {
        case .bureau: "本局自有"
        case .enterprise: "排污单位"
        }
    }

    static func kind(of object: RegisteredObject) -> String {
        switch object.kind {
        case .station: "空气站"
        case .section: "水站"
        case .noise: "噪声点"
        case .outlet: object.text("medium") == "water" ? "废水排口" : "废气排口"
        case .town: "街镇"
        case .bureau: "本局"
        }
    }

    static func name(of object: RegisteredObject) -> String {
        object.kind == .outlet ? "\(object.text("enterprise")) \(object.name)" : object.name
    }

    /// Why nothing was recorded, and how to mend it.
    static func refusal(_ error: RecordsError) -> String {
        switch (error.code, error.field) {
        case (.superseded, _): "这台设备刚被他人修改（台账第 \(error.detail) 条），没有记入。请重新打开本页，看过最新内容再改。"
        case (.unknownSubject, _): "没有登记的对象“\(error.detail)”，没有记入。请从列表中选择一个。"
        case (.notPermitted, _): "没有登记设备的权限，没有记入。"
        case (_, "mn"): "设备号“\(error.detail)”不是 1—64 个字符，没有记入。"
        case (_, "ownership"): "没有选择设备属于谁，没有记入。请选择“本局自有”或“排污单位”。"
        case (_, "keyID"): "密钥编号“\(PacketRaw.plain(error.detail))”不成立，没有记入。须为 1—64 个字节，不含空白，不以 # 开头，与密钥文件中的一致。"
        case (_, "owner"), (_, "analyser"): "有文字超过 200 字（\(error.detail)），没有记入。请写短一些。"
        case (_, "minuteSeconds"): "分钟数据的间隔须为能整除 60 的分钟数（如 5、10、30），没有记入。"
        case (_, "hourSeconds"): "小时数据的间隔须为能整除 24 的小时数（如 1、4），没有记入。"
        case (_, "realtimeSeconds"): "实时数据的间隔须在 0—3600 秒之间，没有记入。不上传实时数据填 0，不清楚时留空。"
        case (_, "acceptedOn"): "验收日期 \(error.detail) 在今天之后，没有记入。尚未验收时请留空。"
        case (_, "filedOn"): "联网备案日期 \(error.detail) 在今天之后，没有记入。尚未备案时请留空。"
        case (_, "code"): "编码 \(error.detail) 出现了两次，没有记入。每个编码只能有一行。"
        case (_, "range"): "编码 \(error.detail) 的量程须是两个数，下限小于上限，没有记入。不清楚时两格都留空。"
        case (_, "channels"): "编码一栏有误，没有记入：\(error.detail)"
        case (_, "reason"): "没有写明理由（1—\(error.detail) 字），没有记入。"
        case (_, "until"): "截止时间须在今后 \(error.detail) 天之内，没有记入。"
        default: "没有记入：\(error.field) \(error.detail)"
        }
    }
}
