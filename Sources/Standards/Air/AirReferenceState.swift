/// The temperature and pressure at which concentrations of an edition of GB 3095 are stated (参比状态).
public struct AirReferenceState: Hashable, Sendable {
    /// A temperature with a pressure.
    public struct State: Hashable, Sendable {
        /// Kelvin.
        public let temperature: ExactDecimal
        /// Hectopascal.
        public let pressure: ExactDecimal

        /// Makes the state.
        ///
        /// - Throws: `.valueOutOfRange` unless both are above zero.
        public init(temperature: ExactDecimal, pressure: ExactDecimal) throws(StandardsError) {
            guard temperature > .zero, pressure > .zero else {
                throw StandardsError(.valueOutOfRange, subject: "state", value: "\(temperature) K, \(pressure) hPa")
            }
            self.temperature = temperature
            self.pressure = pressure
        }

        /// By what a concentration at this state is multiplied to state it at another: `(T₁ / T₂) · (p₂ / p₁)`, exact.
        public func factor(to other: State) -> Rational {
            // Safe: both divisors are above zero.
            let warmer = try? Rational(temperature) / Rational(other.temperature)
            let denser = try? Rational(other.pressure) / Rational(pressure)
            return (warmer ?? 1) * (denser ?? 1)
        }
    }

    /// Id of the standard.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The state of gases.
    public let gases: State
    /// The state of particles and what is measured in them; nil when that is the actual state at the site.
    public let particles: State?

    /// Makes the reference state of an edition.
    public init(id: String, title: String, gases: State, particles: State?) {
        self.id = id
        self.title = title
        self.gases = gases
        self.particles = particles
    }

    /// The state at which the concentration of an item is stated; nil for the actual state at the site.
    public func state(of item: AirItem) -> State? {
        item == .pm10 || item == .pm25 ? particles : gases
    }

    /// By what a concentration stated by this edition is multiplied to state it by another.
    ///
    /// - Parameter site: temperature and pressure at the site, needed where one edition states particles at the actual
    ///   state and the other does not.
    /// - Throws: `.noValues` when the state at the site is needed and not given.
    public func factor(
        of item: AirItem, to other: AirReferenceState, site: State? = nil
    ) throws(StandardsError) -> Rational {
        let (own, its) = (state(of: item), other.state(of: item))
        if own == its { return 1 }
        guard let from = own ?? site, let to = its ?? site else {
            throw StandardsError(.noValues, subject: item.rawValue)
        }
        return from.factor(to: to)
    }
}
