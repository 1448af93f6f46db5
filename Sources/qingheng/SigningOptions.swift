import ArgumentParser
import Foundation
import House
import Ledger

/// The key that signs the ledger.
struct SigningOptions: ParsableArguments {
    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "台账签名密钥文件，只许本用户读写（chmod 600），不得放在数据目录内；默认取环境变量 QINGHENG_KEY。用 qingheng ledger key 生成",
            valueName: "文件"))
    var file: String?

    /// The key; without one nothing is served, for a ledger that nobody signs could be rewritten unseen.
    ///
    /// - Parameter data: the data directory.
    func required(outside data: String) throws -> SigningKey {
        guard let path = file ?? ProcessInfo.processInfo.environment["QINGHENG_KEY"] else {
            throw HouseError(.noSigningKey, detail: "")
        }
        return try SigningKey.reading(path, outside: data)
    }
}
