/// How fast one connection may send, in all and for each device behind it.
///
/// The rate of a device holds on its connection only: a packet's number is no proof of who sent it, and nobody must be able
/// to use up the rate of another's device.
struct ConnectionPace {
    private let limits: GatewayLimits
    private var frames: TokenBucket
    private var bytes: TokenBucket
    private var devices: [String: TokenBucket] = [:]

    init(limits: GatewayLimits, at now: Int64) {
        self.limits = limits
        frames = TokenBucket(burst: limits.burstPerConnection, at: now)
        bytes = TokenBucket(burst: limits.byteBurstPerConnection, at: now)
    }

    /// Bytes arrived.
    ///
    /// - Returns: the milliseconds for which the connection is not to be read from.
    mutating func received(_ count: Int, at now: Int64) -> Int64 {
        bytes.take(
            count, perSecond: limits.bytesPerConnection, burst: limits.byteBurstPerConnection, at: now)
    }

    /// Frames of these devices arrived, one for each name.
    ///
    /// - Returns: the milliseconds for which the connection is not to be read from.
    mutating func received(framesOf numbers: [String], at now: Int64) -> Int64 {
        var wait = frames.take(
            numbers.count, perSecond: limits.framesPerConnection, burst: limits.burstPerConnection, at: now)
        var position = 0
        while position < numbers.count {
            // Most packets of one read come from one device.
            let number = numbers[position]
            let start = position
            while position < numbers.count, numbers[position] == number { position += 1 }
            wait = max(wait, take(position - start, of: number, at: now))
        }
        return wait
    }

    private mutating func take(_ count: Int, of number: String, at now: Int64) -> Int64 {
        let (rate, burst) = (limits.framesPerDevice, limits.burstPerDevice)
        if devices[number] == nil {
            if devices.count >= limits.devicesPerConnection { forgetFull(at: now) }
            guard devices.count < limits.devicesPerConnection else { return 0 }
        }
        return devices[number, default: TokenBucket(burst: burst, at: now)]
            .take(count, perSecond: rate, burst: burst, at: now)
    }

    /// Lets go of the devices that are below their rate.
    mutating func forgetFull(at now: Int64) {
        let (rate, burst) = (limits.framesPerDevice, limits.burstPerDevice)
        devices = devices.filter { entry in
            var bucket = entry.value
            return !bucket.isFull(perSecond: rate, burst: burst, at: now)
        }
    }
}
