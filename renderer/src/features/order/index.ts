export { OrderPage } from './order.tsx'
