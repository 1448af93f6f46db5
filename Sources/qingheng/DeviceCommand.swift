import ArgumentParser

struct DeviceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device", abstract: "现场设备", subcommands: [DeviceSimulateCommand.self])
}
