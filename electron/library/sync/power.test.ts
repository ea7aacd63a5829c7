import { expect, test } from 'vitest'
import { createPower, readBatteryStatus, readCost, readMetered, readPmset, readSupplies } from './power.ts'
import { fakeTimers } from './testing/fake-timers.ts'

test('a line that costs is known where the system tells it', () => {
  expect(['u 1\n', 'u 3\n', 'u 2\n', 'u 4\n', 'u 0\n', 'nonsense', null].map(readMetered)).toEqual([
    true,
    true,
    false,
    false,
    null,
    null,
    null,
  ])
  expect(['Fixed\r\n', 'Variable', 'Unrestricted', 'Unknown', null].map(readCost)).toEqual([
    true,
    true,
    false,
    null,
    null,
  ])
})

test('a battery is known where the system tells it', () => {
  const supply = (type: string, online: string, status: string) => ({ type, online, status })
  expect(readSupplies([supply('Mains', '0', ''), supply('Battery', '', 'Discharging')])).toBe(true)
  expect(readSupplies([supply('Mains', '1', ''), supply('Battery', '', 'Charging')])).toBe(false)
  expect(readSupplies([supply('Battery', '', 'Full')])).toBe(false)
  expect(readSupplies([])).toBeNull()
  expect(["Now drawing from 'Battery Power'", "Now drawing from 'AC Power'", null].map(readPmset)).toEqual([
    true,
    false,
    null,
  ])
  expect(['1\r\n', '2', '', null].map(readBatteryStatus)).toEqual([true, false, null, null])
})

test('the system is asked once a minute, however often the engine looks', async () => {
  const timers = fakeTimers()
  let asked = 0
  const power = createPower('darwin', timers, async () => {
    asked++
    return "Now drawing from 'Battery Power'"
  })
  expect([await power.isOnBattery(), await power.isOnBattery(), asked]).toEqual([true, true, 1])
  await timers.pass(60_000)
  await power.isOnBattery()
  expect(asked).toBe(2)
  expect(await power.isMetered()).toBeNull()
})
