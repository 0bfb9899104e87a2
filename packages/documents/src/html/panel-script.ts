/**
 * The page's only script: a click on a figure opens how it came about, at the side, without hiding the table. It builds elements and sets
 * their text; nothing is ever read as markup. Kept as text so that a page carries it whole and its policy can name it by hash.
 */
export const panelScript = `(()=>{'use strict';
const data=JSON.parse(document.getElementById('forklaringer').textContent),w=data.words,panel=document.getElementById('forklaring');
let from=null;
const el=(tag,text,cls)=>{const e=document.createElement(tag);if(text!==undefined&&text!==null)e.textContent=text;if(cls)e.className=cls;return e};
const add=(to,...all)=>{for(const one of all)if(one)to.appendChild(one);return to};
const facts=list=>{if(!list.length)return null;const dl=el('dl');for(let i=0;i<list.length;i+=2)add(dl,add(el('div'),el('dt',list[i]),el('dd',list[i+1])));return dl};
const row=(label,number)=>add(el('span',null,'row'),el('span',label),el('span',number,'amount'));
const branch=(at,depth,seen,first)=>{const s=data.steps[at],li=el('li');
if(!s[3].length&&!s[4].length){return add(li,add(el('p',null,'leaf'),row(s[0],s[1])))}
const d=el('details');add(d,add(el('summary'),row(s[0],s[1])));
const fill=()=>{if(d.dataset.full)return;d.dataset.full='1';if(s[2])add(d,el('p',s[2],'sum'));
if(s[3].length&&!seen.includes(at)){const ul=el('ul');for(const i of s[3])add(ul,branch(i,depth+1,seen.concat(at)));add(d,ul)}add(d,facts(s[4]))};
d.addEventListener('toggle',()=>{if(d.open)fill()});if(depth<1&&first&&s[3].length<=8){fill();d.open=true}return add(li,d)};
const still=(a,change)=>{const y=a.getBoundingClientRect().top;change();window.scrollBy(0,a.getBoundingClientRect().top-y)};
const close=()=>{if(panel.hidden)return;still(from,()=>{panel.hidden=true;document.body.classList.remove('explaining')});if(from){from.removeAttribute('aria-current');from.focus({preventScroll:true});from=null}};
const open=a=>{const f=data.figures[Number(a.dataset.f)];if(!f)return;const s=data.steps[f[2]];
if(from)from.removeAttribute('aria-current');from=a;a.setAttribute('aria-current','true');
panel.textContent='';const x=el('button','\\u00d7','close');x.type='button';x.setAttribute('aria-label',w.close);x.addEventListener('click',close);
const h=el('h2',f[1]);h.id='forklaring-tittel';h.tabIndex=-1;
add(panel,x,el('p',w.title,'kicker'),h,el('p',s[1],'total'));
if(a.textContent!==s[1])add(panel,el('p',w.shownAs+' '+a.textContent,'shown'));
if(s[2])add(panel,el('p',s[2],'sum'));
if(s[3].length){const ul=el('ul',null,'tree');s[3].forEach((i,nr)=>add(ul,branch(i,0,[f[2]],nr===0)));add(panel,ul)}
add(panel,facts(s[4]));
const id=el('code',f[0]),b=el('button',w.copy,'copy');b.type='button';
b.addEventListener('click',()=>{if(navigator.clipboard)navigator.clipboard.writeText(f[0]).then(()=>{b.textContent=w.copied})});
add(panel,add(el('div',null,'name'),el('p',w.name),id,b));
still(a,()=>{panel.hidden=false;document.body.classList.add('explaining')});panel.scrollTop=0;h.focus({preventScroll:true})};
document.addEventListener('click',e=>{const a=e.target.closest&&e.target.closest('a.n');if(!a||e.ctrlKey||e.metaKey||e.shiftKey||e.button)return;e.preventDefault();open(a)});
document.addEventListener('keydown',e=>{if(e.key==='Escape')close()});
})();`;
