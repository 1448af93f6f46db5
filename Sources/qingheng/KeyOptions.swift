import ArgumentParser
import Gateway

/// The SM4 keys of devices of 2025.
struct KeyOptions: ParsableArguments {
    @Option(
        name: .customLong("keys"),
        help: ArgumentHelp(
            "SM4 密钥文件，每行 密钥编号 密钥 [current|proposed|former]，只许本用户读写（chmod 600）；密钥不进入记录、日志和网页",
            valueName: "文件"))
    var file: String?

    /// The keys of the file, or none.
    ///
    /// - Throws: `KeyError`.
    func open() throws -> KeyStore { try file.map { try KeyStore.opening($0) } ?? .none }
}
