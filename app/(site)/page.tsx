export default function Landing() {
  return <main id="main" className="page py-20"><h1 className="text-7xl">A CMS of one’s own</h1></main>;
}
