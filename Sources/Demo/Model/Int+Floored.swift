extension Int {
    /// Division that rounds towards minus infinity, so that instants before 1970 fall into the right hour and day.
    func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
